/** Bytes to text by the charset that a mail claims, and by what they are where the claim is wrong or missing. */

const aliases: Record<string, string> = {
  ...{
    gb2312: 'gb18030',
    gbk: 'gb18030',
    cp936: 'gb18030',
    ms936: 'gb18030',
    'x-gbk': 'gb18030',
    'gb_2312-80': 'gb18030',
  },
  ...{ 'ks_c_5601-1987': 'euc-kr', ks_c_5601: 'euc-kr', cp949: 'euc-kr', uhc: 'euc-kr', 'x-windows-949': 'euc-kr' },
  ...{
    cp932: 'shift_jis',
    ms932: 'shift_jis',
    'windows-31j': 'shift_jis',
    sjis: 'shift_jis',
    'x-sjis-jp': 'shift_jis',
  },
  ...{
    'iso-2022-jp-ms': 'iso-2022-jp',
    'iso-2022-jp-1': 'iso-2022-jp',
    'iso-2022-jp-2': 'iso-2022-jp',
    cp50220: 'iso-2022-jp',
  },
  ...{ cp950: 'big5', 'big5-hk': 'big5-hkscs', cp866: 'ibm866', utf8mb4: 'utf-8', 'utf-8n': 'utf-8', cp65001: 'utf-8' },
};
const unknown = new Set([
  '',
  'ascii',
  'us-ascii',
  'ansi_x3.4-1968',
  'unknown-8bit',
  'x-unknown',
  'unknown',
  'default',
  'utf-8',
  'utf8',
]);
const severalBytes = /^(gb|big5|shift_jis|euc-|iso-2022|utf-16)/;

export function decodeText(bytes: Buffer, charset: string): string {
  const claimed = charset
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/^cp(125\d)$/, 'windows-$1');
  const label = aliases[claimed] ?? claimed;
  if (/utf-?7$/.test(label)) return bytes.toString('latin1'); // it hides what it says from every check behind us
  if (isPlain(bytes) && !/^utf-?(16|32)/.test(label)) return decodeEscaped(bytes, label);
  const asUtf8 = tryDecode(bytes, 'utf-8');
  if (unknown.has(label)) return asUtf8 ?? guess(bytes);
  const asClaimed = tryDecode(bytes, label);
  if (asClaimed !== null && (severalBytes.test(label) || asUtf8 === null)) return asClaimed;
  return asUtf8 ?? decodeAnyway(bytes, label) ?? guess(bytes);
}

const isPlain = (bytes: Buffer) => bytes.every((byte) => byte < 0x80);

/** Japanese by escape sequences is seven bits wide, and often not announced. */
function decodeEscaped(bytes: Buffer, label: string): string {
  const isEscaped = label === 'iso-2022-jp' || bytes.subarray(0, 100_000).includes('\u001b$');
  return (isEscaped && tryDecode(bytes, 'iso-2022-jp')) || bytes.toString('latin1');
}

function tryDecode(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAnyway(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

/** High bytes that always come in pairs are Chinese, for all that is likely; single ones are western. */
function guess(bytes: Buffer): string {
  const runs =
    bytes
      .subarray(0, 100_000)
      .toString('latin1')
      .match(/[\x80-\xff]+/g) ?? [];
  const isPaired = runs.filter((run) => /^(?:[\xa1-\xf7][\xa1-\xfe])+$/.test(run)).length > runs.length * 0.8;
  return (isPaired && tryDecode(bytes, 'gb18030')) || new TextDecoder('windows-1252').decode(bytes);
}
