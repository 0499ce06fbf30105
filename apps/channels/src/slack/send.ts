/** Hands a word to Slack: files are put up first, where nobody sees them yet, then the text, then the files are shown. */
import type { Desk, Sent, Word } from '../channel.ts';
import { handOver } from '../hand-over.ts';
import { sendParts } from '../send-parts.ts';
import { askSlack } from './ask-slack.ts';
import type { SlackConfig } from './config.ts';
import { format, placeOf } from './format.ts';
import { putUpFiles } from './put-up-files.ts';

type Step = { method: string; fields: Record<string, unknown> };

export async function send(word: Word, desk: Desk<SlackConfig>): Promise<Sent> {
  const files = await putUpFiles(word.attachments, desk);
  if ('kind' in files) return files;
  const { channel, thread_ts } = placeOf(word);
  const texts = format(word).map((fields) => ({ method: 'chat.postMessage', fields: fields as Step['fields'] }));
  const shown: Step[] =
    files.length > 0
      ? [{ method: 'files.completeUploadExternal', fields: { files, channel_id: channel, thread_ts } }]
      : [];
  let first: Sent | undefined;
  const last = await sendParts([...texts, ...shown], async (step) => {
    const sent = await handOver(() => askSlack(desk.config, step), readAnswer);
    first ??= sent;
    return sent;
  });
  return last.kind === 'sent' && first ? first : last;
}

const nobodyThere = ['channel_not_found', 'not_in_channel', 'is_archived', 'user_not_found', 'user_disabled'];
const mayNot = ['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'not_authed', 'missing_scope'];
const later = ['ratelimited', 'rate_limited', 'service_unavailable', 'message_limit_exceeded'];
/** Slack says of these that part of it may have been done. */
const unclear = ['fatal_error', 'internal_error', 'request_timeout'];

export function readAnswer(body: unknown, status: number): Sent | undefined {
  const answer = (body ?? {}) as { ok?: boolean; error?: string; ts?: string; channel?: string };
  if (answer.ok) return { kind: 'sent', reference: answer.ts ? `${answer.channel}:${answer.ts}` : null };
  const error = answer.error ?? '';
  const detail = `Slack ${status}: ${error}`;
  if (later.includes(error)) return { kind: 'retry', because: 'provider-away', detail };
  if (mayNot.includes(error)) return { kind: 'retry', because: 'sign-in-failed', detail };
  if (nobodyThere.includes(error)) return { kind: 'failed', because: 'address-refused', detail };
  if (unclear.includes(error)) return { kind: 'unknown', detail };
  return error && status < 400 ? { kind: 'failed', because: 'provider-refused', detail } : undefined;
}
