/** Shortens an address for the eye: enough to know one's own, too little to learn somebody's. */

export function shownAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at > 0) return `${[...address][0]}…${address.slice(at)}`;
  const ends = [...address].slice(-3).join('');
  return address.startsWith('+') ? `${address.slice(0, 3)}…${ends}` : `…${ends}`;
}
