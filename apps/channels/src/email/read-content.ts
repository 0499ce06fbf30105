/** A mail's words and files out of its parts: of alternatives each once, of a sequence all. */
import { decodeBody, findUuencoded } from './decode-body.ts';
import { decodeText } from './decode-text.ts';
import type { MailFile } from './mail.ts';
import { readParameters } from './read-parameters.ts';
import { headerOfPart, type Part } from './take-apart.ts';
import { textOfHtml } from './text-of-html.ts';

export type Content = { text: string; html: string | null; files: MailFile[] };

export function readContent(part: Part): Content {
  if (part.parts.length === 0) return readLeaf(part);
  const contents = part.parts.map(readContent);
  const files = contents.flatMap((one) => one.files);
  if (part.type.value === 'multipart/alternative') {
    const texts = contents.map(({ text }) => text).filter((text) => text.trim() !== '');
    return { text: texts.join('\n'), html: contents.find(({ html }) => html !== null)?.html ?? null, files };
  }
  const spoken = contents.filter(({ text, html }) => text.trim() !== '' || html !== null);
  return { ...inSequence(spoken), files };
}

/** Where one speaks text and the next HTML, both tellings of the mail are whole. */
function inSequence(contents: Content[]): Omit<Content, 'files'> {
  const hasHtml = contents.some(({ html }) => html !== null);
  const hasText = contents.some(({ text }) => text.trim() !== '');
  return {
    text: hasText
      ? contents.map(({ text, html }) => (text.trim() === '' && html ? textOfHtml(html) : text)).join('\n')
      : '',
    html: hasHtml ? contents.map(({ text, html }) => html ?? `<pre>${escapeHtml(text)}</pre>`).join('\n') : null,
  };
}

const escapeHtml = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function readLeaf(part: Part): Content {
  const { type } = part;
  const disposition = readParameters(headerOfPart(part, 'content-disposition'));
  const name = disposition.of.filename ?? type.of.name ?? '';
  const content = decodeBody(part.body, headerOfPart(part, 'content-transfer-encoding'));
  const isFile = disposition.value === 'attachment' || name !== '';
  const charset = type.of.charset ?? '';
  if (!isFile && (type.value === 'text/plain' || type.value === 'message/delivery-status'))
    return readPlain(unix(decodeText(content, charset)), type.of);
  if (!isFile && type.value === 'text/html') {
    const html = unix(decodeText(content, charset || charsetWithin(content)));
    return { text: '', html: html.trim() === '' ? null : html, files: [] };
  }
  if (content.length === 0 && !isFile) return { text: '', html: null, files: [] };
  const cid = headerOfPart(part, 'content-id').replace(/[<>\s]/g, '');
  return {
    text: '',
    html: null,
    files: [{ name: name || nameFor(type.value), type: type.value, content, ...(cid ? { cid } : {}) }],
  };
}

const unix = (text: string) => text.replace(/\r\n?/g, '\n');

const nameFor = (type: string) =>
  ({ 'text/calendar': 'invitation.ics', 'message/rfc822': 'message.eml', 'application/ms-tnef': 'winmail.dat' })[
    type
  ] ?? '';

/** What an HTML page says of itself counts where the mail says nothing. */
const charsetWithin = (html: Buffer) =>
  /<meta[^>]{0,200}charset=["']?([\w-]{2,30})/i.exec(html.subarray(0, 4_096).toString('latin1'))?.[1] ?? '';

function readPlain(text: string, { format, delsp }: Record<string, string>): Content {
  const { rest, files } = findUuencoded(text);
  const isFlowed = format?.toLowerCase() === 'flowed';
  const kept = files.map((file) => ({ ...file, type: 'application/octet-stream' }));
  return { text: isFlowed ? unflow(rest, delsp?.toLowerCase() === 'yes') : rest, html: null, files: kept };
}

/** RFC 3676: a line that ends in a space goes on in the next one of the same depth. */
function unflow(text: string, isSpaceDeleted: boolean): string {
  const out: string[] = [];
  let openDepth = -1;
  for (const line of text.split('\n')) {
    const [, signs = '', rest = ''] = /^(>*) ?(.*)$/.exec(line) ?? [];
    const goesOn = rest.endsWith(' ') && rest !== '-- ';
    const words = goesOn && isSpaceDeleted ? rest.slice(0, -1) : rest;
    if (openDepth === signs.length && rest !== '-- ') out.push(`${out.pop()}${words}`);
    else out.push(signs ? `${signs} ${words}` : words);
    openDepth = goesOn ? signs.length : -1;
  }
  return out.join('\n');
}
