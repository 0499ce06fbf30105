/** Takes a part's transfer encoding off, also where it is broken: what cannot be decoded stays as it is. */

export function decodeBody(body: Buffer, encoding: string): Buffer {
  const name = encoding
    .trim()
    .toLowerCase()
    .replace(/^["']|["';]+$/g, '');
  if (name === 'base64') return fromBase64(body);
  if (name === 'quoted-printable') return fromQuotedPrintable(body);
  if (/^(x-)?uu(e|encode)?$/.test(name)) return findUuencoded(body.toString('latin1')).files[0]?.content ?? body;
  return body;
}

/** Some programs join several encoded pieces, each with its own padding. */
function fromBase64(body: Buffer): Buffer {
  const text = body.toString('latin1');
  const padding = text.indexOf('=');
  const isWhole = padding < 0 || !/[A-Za-z0-9+/]/.test(text.slice(padding, padding + 200));
  if (isWhole) return Buffer.from(padding < 0 ? text : text.slice(0, padding), 'base64');
  return Buffer.concat(text.split(/=+/).map((piece) => Buffer.from(piece, 'base64')));
}

function fromQuotedPrintable(body: Buffer): Buffer {
  const text = body
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n|=$/g, '');
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

export type Uuencoded = { rest: string; files: { name: string; content: Buffer }[] };

/** Files that stand in a text between `begin 644 name` and `end`, and the text without them. */
export function findUuencoded(text: string): Uuencoded {
  const files: Uuencoded['files'] = [];
  if (!/^begin [0-7]{3,4} /m.test(text)) return { rest: text, files };
  const rest = text.replace(
    /^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n((?:[ -`]{1,90}\r?\n)+?)[`\s]*end\s*?$/gm,
    (_, name, lines) => {
      files.push({ name: name.trim(), content: Buffer.concat(lines.split(/\r?\n/).map(uudecodeLine)) });
      return '';
    },
  );
  return { rest, files };
}

function uudecodeLine(line: string): Buffer {
  const sixBits = (at: number) => ((line.charCodeAt(at) || 32) - 32) & 63;
  const bytes: number[] = [];
  for (let at = 1; line !== '' && at < line.length; at += 4) {
    const four = (sixBits(at) << 18) | (sixBits(at + 1) << 12) | (sixBits(at + 2) << 6) | sixBits(at + 3);
    bytes.push(four >> 16, (four >> 8) & 255, four & 255);
  }
  return Buffer.from(bytes.slice(0, line === '' ? 0 : sixBits(0)));
}
