/** One step of a call as it was kept → what it reports. Pure. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Parsed } from '../channel.ts';
import { onlyHttp } from '../only-http.ts';

type State = Extract<Parsed, { kind: 'call' }>['state'];

export async function parse(raw: Buffer): Promise<Parsed> {
  const form = new URLSearchParams(raw.toString('utf8').replaceAll('%00', ''));
  const get = (name: string) => form.get(name)?.replaceAll('\u0000', '').trim() || null;
  const call = get('call') ?? get('CallSid');
  if (!call || call.length > 255) return unreadable('it has no CallSid');
  const state = stateOf(get);
  if (!state) return unreadable('it is no step of a call');
  const isOut = get('Direction')?.startsWith('outbound') === true && get('step') === 'status';
  const at = get('Timestamp');
  const time = at === null ? Number.NaN : Date.parse(at);
  const isUnreached = get('step') === 'dialled' && state === 'ringing';
  return {
    kind: 'call',
    call,
    state,
    direction: isOut ? 'out' : 'in',
    address: addressOf(get(isOut ? 'To' : 'From')),
    name: get('CallerName')?.slice(0, 255) ?? null,
    dialled: (get('account') ?? get(isOut ? 'From' : 'To') ?? '').slice(0, 64),
    language: get('language')?.slice(0, 35) ?? null,
    topic: get('topic')?.slice(0, 64) ?? null,
    agent: get('agent')?.slice(0, 64) ?? null,
    recordingUrl: onlyHttp(get('RecordingUrl')),
    voicemail: get('step') === 'voicemail' ? (get('TranscriptionText')?.slice(0, 4000) ?? null) : null,
    seconds: secondsOf(get('DialCallDuration') ?? get('CallDuration')),
    at: Number.isFinite(time) ? new Date(time).toISOString() : null,
    ...(isUnreached && { isUnreached }),
  };
}

function stateOf(get: (name: string) => string | null): State | undefined {
  const step = get('step');
  if (step === 'wait') return 'ringing';
  if (step === 'leg') return 'answered';
  if (step === 'instead' || step === 'voicemail') return 'missed';
  if (step === 'dialled') return ['completed', 'answered'].includes(get('DialCallStatus') ?? '') ? 'ended' : 'ringing';
  // a recording is there only when what it recorded is over
  if (step === 'recording') return 'ended';
  if (step === 'status') return get('CallStatus') === 'failed' ? 'dropped' : 'ended';
  return undefined;
}

const unreadable = (detail: string): Parsed => ({ kind: 'unreadable', because: 'unreadable-item', detail });

/** How Twilio writes a number that was withheld. */
const withheld = [
  'anonymous',
  'restricted',
  'unavailable',
  'unknown',
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
];

export function addressOf(from: string | null): string {
  if (from === null || withheld.includes(from.toLowerCase())) return '';
  return (parsePhoneNumberFromString(from)?.number ?? from).slice(0, 512);
}

const secondsOf = (said: string | null) => (said !== null && /^\d{1,9}$/.test(said) ? Number(said) : null);
