/** How many trees were handed to react-pdf's layout since a test last set it to 0. */
export const counted = { trees: 0 };

/** For `vi.mock('@react-pdf/layout', counting)`: the layout itself, which counts what it is handed. */
export async function counting(original: () => Promise<unknown>): Promise<object> {
  const real = (await original()) as { default: (root: unknown, fonts: unknown) => unknown };
  const layOut = (root: unknown, fonts: unknown) => {
    counted.trees += 1;
    return real.default(root, fonts);
  };
  return { ...real, default: layOut };
}
