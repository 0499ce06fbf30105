/** Puts a file up for a reply, and says how far it is; `fetch` cannot, so this is the older way. */
import type { Attachment } from '@trunkline/contracts';
import { newKey } from '../parts/new-key.ts';
import { Refused } from '../parts/refused.ts';
import { enclosed } from './enclosed.ts';

export const mostFiles = 20;
/** What the gateway takes of one file; importing the contract's figure would bring zod into the page. */
const mostBytes = 25 * 1024 * 1024;

/** `limit`: what the channel takes of one file. */
export function putUpFiles(conversationId: string, files: readonly File[], limit: number | null): void {
  const room = mostFiles - enclosed.read(conversationId).files.length;
  for (const file of files.slice(0, Math.max(0, room))) putUp(conversationId, file, limit ?? mostBytes);
}

function putUp(conversationId: string, file: File, limit: number): void {
  const key = newKey();
  const name = file.name || `pasted.${file.type.split('/').at(-1) || 'bin'}`;
  enclosed.add(conversationId, { key, name, type: file.type, bytes: file.size, share: 0, state: 'going' });
  const refuse = (error: unknown) => enclosed.change(conversationId, key, { state: 'refused', error });
  const isTooLarge = file.size > Math.min(limit, mostBytes);
  if (isTooLarge || file.size === 0) {
    refuse(new Refused(isTooLarge ? 'file-too-large' : 'nothing-to-send', 422));
    return;
  }
  send(name, file, (share) => enclosed.change(conversationId, key, { share }))
    .then((attachment) => enclosed.change(conversationId, key, { state: 'there', share: 1, attachment }))
    .catch(refuse);
}

function send(name: string, file: File, hear: (share: number) => void): Promise<Attachment> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/v1/attachments?name=${encodeURIComponent(name)}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    if (file.type) request.setRequestHeader('x-file-type', file.type);
    request.upload.onprogress = ({ loaded, total }) => hear(total > 0 ? loaded / total : 0);
    request.onerror = () => failed(new Refused('no-connection', 0));
    request.onload = () => {
      const answer = readJson(request.responseText);
      if (request.status < 300) return done(answer as Attachment);
      failed(new Refused(answer.reason ?? 'went-wrong', request.status, answer.values, answer.detail));
    };
    request.send(file);
  });
}

type Answer = { reason?: string; values?: Record<string, string | number>; detail?: string };

function readJson(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
