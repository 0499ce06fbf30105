/** A word → the bodies that Twilio takes, each at most 1,600 characters. Pure; joined they are the text. */
import type { Word } from '../channel.ts';

const longest = 1_600;

export function format({ text }: Word): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const cut = cutAt(rest);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}

/** After the last blank of the second half, else between two characters, never inside one. */
function cutAt(text: string): number {
  const blank = text.slice(0, longest).search(/\s\S*$/u);
  if (blank >= longest / 2) return blank + 1;
  const isInside = /[\ud800-\udbff]/.test(text[longest - 1] as string);
  return isInside ? longest - 1 : longest;
}
