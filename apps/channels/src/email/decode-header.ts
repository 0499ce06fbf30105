/** A header's value to text: encoded words, also broken ones, and the bytes that stand beside or within them. */
import { decodeText } from './decode-text.ts';

type Word = { charset: string; isBase64: boolean; text: string };

const encodedWord = /=\?([^?\s]{1,60})\?([bq])\?([\s\S]*?)\?=/gi;

/** `value` holds one byte a character. Words that follow each other are one: a character may be cut between them. */
export function decodeHeader(value: string): string {
  let decoded = '';
  let run: Word[] = [];
  let end = 0;
  for (const match of value.matchAll(encodedWord)) {
    const between = value.slice(end, match.index);
    if (between.trim() !== '' || run.length === 0) {
      decoded += decodeRun(run) + decodeText(Buffer.from(between, 'latin1'), '');
      run = [];
    }
    const [whole, charset = '', encoding = '', text = ''] = match;
    run.push({ charset: charset.split('*')[0]!.toLowerCase(), isBase64: encoding.toLowerCase() === 'b', text });
    end = match.index + whole.length;
  }
  return decoded + decodeRun(run) + decodeText(Buffer.from(value.slice(end), 'latin1'), '');
}

function decodeRun(words: Word[]): string {
  let decoded = '';
  for (let at = 0; at < words.length; ) {
    const { charset } = words[at]!;
    const end = words.findIndex((word, index) => index > at && word.charset !== charset);
    const alike = words.slice(at, end < 0 ? words.length : end);
    decoded += decodeText(bytesOf(alike), charset);
    at += alike.length;
  }
  return decoded;
}

function bytesOf(words: Word[]): Buffer {
  const parts: Buffer[] = [];
  let pending = '';
  for (const { isBase64, text } of words) {
    if (!isBase64) parts.push(Buffer.from(text.replace(/_/g, ' ').replace(/=([0-9a-f]{2})/gi, fromHex), 'latin1'));
    else {
      pending += text.replace(/\s/g, '');
      if (pending.length % 4 !== 0 && !pending.endsWith('=')) continue; // cut within four characters that belong together
      parts.push(Buffer.from(pending, 'base64'));
      pending = '';
    }
  }
  return Buffer.concat([...parts, Buffer.from(pending, 'base64')]);
}

const fromHex = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
