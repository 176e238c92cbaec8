/** All addresses that an address with placeholders stands for. */
export function addressesLike(address: string): RegExp {
  const fixed = address.split(/\{[^{}]*\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${fixed.join('[^/?#&]*')}$`);
}
