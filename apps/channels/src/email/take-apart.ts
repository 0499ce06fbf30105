/** Takes a raw mail apart into its tree of parts, however broken its headers and boundaries are. */
import { type Parameters, readParameters } from './read-parameters.ts';

/** Header names in lower case, values unfolded, one byte a character. */
export type Part = { headers: [string, string][]; type: Parameters; body: Buffer; parts: Part[] };

const deepest = 25;
const mostParts = 500;
const mostHeaders = 5_000;

export const headerOfPart = ({ headers }: Pick<Part, 'headers'>, name: string) =>
  headers.findLast(([key]) => key === name)?.[1] ?? '';

export function takeApart(raw: Buffer): Part {
  return readPart(raw, { depth: 0, left: { parts: mostParts }, defaultType: 'text/plain' });
}

type Place = { depth: number; left: { parts: number }; defaultType: string };

function readPart(raw: Buffer, { depth, left, defaultType }: Place): Part {
  const { headers, body } = splitHeader(raw);
  const type = readParameters(headerOfPart({ headers }, 'content-type'));
  if (!/^[^/\s]+\/[^/\s]+$/.test(type.value)) type.value = defaultType;
  const part: Part = { headers, type, body, parts: [] };
  if (!type.value.startsWith('multipart/') || depth >= deepest) return part;
  const boundary = type.of.boundary ?? '';
  const pieces = cutAt(body, boundary, left) ?? cutAt(body, guessBoundary(body), left);
  if (!pieces) return { ...part, type: { value: 'text/plain', of: type.of } }; // its words are all it has
  const inner = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  part.parts = pieces.map((piece) => readPart(piece, { depth: depth + 1, left, defaultType: inner }));
  return part;
}

/** The header ends at a blank line; what does not begin with a header at all is all body. */
function splitHeader(raw: Buffer): { headers: [string, string][]; body: Buffer } {
  const headers: [string, string][] = [];
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (at < raw.length) {
    const end = raw.indexOf(10, at);
    const next = end < 0 ? raw.length : end + 1;
    const line = raw
      .subarray(at, next)
      .toString('latin1')
      .replace(/\r?\n$/, '');
    if (line.trim() === '') return { headers, body: raw.subarray(next) };
    const [, name, value] = /^([!-9;-~]{1,200})[ \t]*:(.*)$/s.exec(line) ?? [];
    if (/^[ \t]/.test(line) && headers.length > 0) headers.at(-1)![1] += ` ${line.trim()}`;
    else if (name && headers.length < mostHeaders) headers.push([name.toLowerCase(), value!.trim()]);
    else if (headers.length === 0 && !/^>?From /.test(line)) return { headers, body: raw.subarray(at) };
    else if (line.startsWith('--')) return { headers, body: raw.subarray(at) };
    at = next;
  }
  return { headers, body: Buffer.alloc(0) };
}

/** The pieces between lines of `--boundary`; null where there is no such line. */
function cutAt(body: Buffer, boundary: string, left: { parts: number }): Buffer[] | null {
  if (boundary === '') return null;
  const needle = Buffer.from(`--${boundary}`, 'latin1');
  const pieces: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(needle); at >= 0; at = body.indexOf(needle, at + needle.length)) {
    if (at > 0 && body[at - 1] !== 10 && body[at - 1] !== 13) continue;
    const lineEnd = body.indexOf(10, at + needle.length);
    const rest = body
      .subarray(at + needle.length, lineEnd < 0 ? body.length : lineEnd)
      .subarray(0, 80)
      .toString('latin1')
      .trim();
    if (rest !== '' && rest !== '--') continue;
    if (start >= 0) pieces.push(withoutLineEnd(body.subarray(start, at)));
    start = rest === '--' || lineEnd < 0 ? -1 : lineEnd + 1;
    left.parts -= 1;
    if (rest === '--' || left.parts <= 0) break;
  }
  if (start >= 0) pieces.push(body.subarray(start));
  return pieces.length > 0 || start >= 0 ? pieces : null;
}

function withoutLineEnd(piece: Buffer): Buffer {
  const end = piece.length;
  if (piece[end - 1] !== 10) return piece;
  return piece.subarray(0, piece[end - 2] === 13 ? end - 2 : end - 1);
}

/** Where none was announced, or another: the first line of dashes after which a part's header begins. */
function guessBoundary(body: Buffer): string {
  const text = body.subarray(0, 64 * 1024).toString('latin1');
  return /^--(\S[^\r\n]{0,69}?)[ \t]*\r?\n(?:content-|mime-version)/im.exec(text)?.[1] ?? '';
}
