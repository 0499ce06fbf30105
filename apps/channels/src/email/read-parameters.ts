/** `text/plain; charset=x; name*0*=utf-8''…`: the value in lower case and its parameters (RFC 2045, 2231), as written or broken. */
import { decodeHeader } from './decode-header.ts';
import { decodeText } from './decode-text.ts';

export type Parameters = { value: string; of: Record<string, string> };

const parameter = /;\s*([^\s=;*]{1,60})((?:\*\d{1,3})?\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g;
const mostPieces = 200;

type Piece = { order: number; isEncoded: boolean; text: string };

/** `header` holds one byte a character. */
export function readParameters(header: string): Parameters {
  const pieces = new Map<string, Piece[]>();
  let many = 0;
  for (const [, name = '', star = '', quoted, bare] of header.slice(0, 20_000).matchAll(parameter)) {
    if (++many > mostPieces) break;
    const text = quoted === undefined ? bare!.trim() : quoted.replace(/\\(["\\])/g, '$1');
    const order = Number(/\d+/.exec(star)?.[0] ?? 0);
    const key = name.toLowerCase();
    pieces.set(key, [...(pieces.get(key) ?? []), { order, isEncoded: star.endsWith('*'), text }]);
  }
  const value = (header.split(';')[0] ?? '').trim().toLowerCase().replace(/\s+/g, '');
  return { value, of: Object.fromEntries([...pieces].map(([name, some]) => [name, join(some)])) };
}

/** The encoded form goes before the plain one that is given beside it for old programs. */
function join(pieces: Piece[]): string {
  const encoded = pieces.filter(({ isEncoded }) => isEncoded);
  if (encoded.length === 0)
    return decodeHeader(
      inOrder(pieces)
        .map(({ text }) => text)
        .join(''),
    );
  const all = inOrder(pieces.some(({ order }) => order > 0) ? pieces : encoded);
  const [, charset = '', first = all[0]!.text] = /^([^']*)'[^']*'([\s\S]*)$/.exec(all[0]!.text) ?? [];
  const bytes = all.map(({ isEncoded, text }, at) => {
    const own = at === 0 ? first : text;
    return isEncoded ? own.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : own;
  });
  return decodeText(Buffer.from(bytes.join(''), 'latin1'), charset);
}

const inOrder = (pieces: Piece[]) => pieces.toSorted((a, b) => a.order - b.order);
