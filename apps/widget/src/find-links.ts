/** Cuts a text into plain pieces and web addresses. Only http and https become links; everything else stays text. */

export type Piece = { text: string; href?: string };

const address = /\bhttps?:\/\/[^\s<>"'，。；！？、）】》]+/gi;

export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = found.replace(/[.,;:!?)\]}]+$/, '');
    if (!URL.canParse(link)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: link, href: link });
    from = index + link.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
