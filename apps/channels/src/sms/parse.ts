/** One SMS as Twilio's form gives it → a message. Pure. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Parsed } from '../channel.ts';
import { wholeWordOf } from './whole-words.ts';

export async function parse(raw: Buffer): Promise<Parsed> {
  const form = new URLSearchParams(raw.toString('utf8'));
  const from = form.get('From')?.trim() ?? '';
  if (!form.get('MessageSid') && !form.get('SmsSid')) return unreadable('it has no MessageSid');
  if (!from || from.length > 255) return unreadable('it has no sender');
  const text = (form.get('Body') ?? '').replaceAll('\u0000', '');
  const count = Math.min(Number(form.get('NumMedia')) || 0, 10);
  const named = Array.from({ length: count }, (_, at) => ({
    name: `file-${at + 1}`,
    type: form.get(`MediaContentType${at}`) ?? '',
  }));
  return {
    kind: 'message',
    from: { address: addressOf(from), name: null, vouchedBy: null, email: null },
    thread: { key: '', conversationId: null, reference: null, answers: [] },
    subject: null,
    text,
    hasMore: false,
    files: [],
    ...(named.length > 0 ? { named } : {}),
    // who leaves or comes back wants no answer; carriers answer HELP themselves
    automatic: wholeWordOf(text) === null ? null : 'auto-generated',
    sentAt: null,
    whole: null,
  };
}

const unreadable = (detail: string): Parsed => ({ kind: 'unreadable', because: 'unreadable-item', detail });

/** One number, one string. Short codes and names of senders stay as they are. */
export const addressOf = (from: string): string => parsePhoneNumberFromString(from)?.number ?? from;
