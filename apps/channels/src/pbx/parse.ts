/** One report of a telephone system → what became of a call. Pure. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Parsed } from '../channel.ts';
import { onlyHttp } from '../only-http.ts';
import { readJson } from '../read-json.ts';
import { Report } from './report.ts';

const withheld = ['anonymous', 'restricted', 'unavailable', 'unknown', 'private'];

export async function parse(raw: Buffer): Promise<Parsed> {
  const read = Report.safeParse(readJson(raw));
  if (!read.success) {
    const [issue] = read.error.issues;
    const detail = `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'no report of a call'}`;
    return { kind: 'unreadable', because: 'unreadable-item', detail: detail.slice(0, 300) };
  }
  const { call, state, direction, from, to, recordingUrl, at, ...rest } = read.data;
  const [theirs, ours] = direction === 'out' ? [to, from] : [from, to];
  return {
    kind: 'call',
    call,
    state,
    direction,
    address: addressOf(theirs ?? ''),
    name: rest.name || null,
    dialled: (ours ?? '').slice(0, 64),
    language: rest.language || null,
    topic: rest.topic || null,
    agent: rest.agent || null,
    recordingUrl: onlyHttp(recordingUrl ?? null),
    voicemail: rest.voicemail || null,
    seconds: rest.seconds ?? null,
    at: at ? new Date(at).toISOString() : null,
  };
}

function addressOf(number: string): string {
  if (number === '' || withheld.includes(number.toLowerCase())) return '';
  return parsePhoneNumberFromString(number)?.number ?? number.replace(/[\s()./-]/g, '');
}
