import open from 'open';

/** Opens an address in the reader's browser, where there is one; where there is none nothing happens. */
export async function openBrowser(url: string): Promise<void> {
  try {
    const child = await open(url);
    // Told after it has begun, when there turns out to be no such program.
    child.once('error', () => {});
  } catch {
    // The address has been printed.
  }
}
