/** Reads a record as a fact, or says why it is none; never throws, whatever stands in it. */
import { createHash } from 'node:crypto';
import { type Fact, parseFact } from '@trunkline/contracts';

export type IncomingRecord = {
  topic: string;
  partition: number;
  offset: string;
  timestamp?: string;
  key: Buffer | null;
  value: Buffer | null;
  headers: Record<string, Buffer | string | (Buffer | string)[] | undefined>;
};

export type ReadRecord =
  | { ok: true; fact: Fact }
  | {
      ok: false;
      because: 'unknown-fact' | 'breaks-contract' | 'not-json';
      detail: string;
      /** Its own id, or one made of where it lies, so that a second delivery is parked once. */
      eventId: string;
    };

const uuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export function readRecord(record: IncomingRecord): ReadRecord {
  const say = (name: string) => headerText(record.headers[name]);
  const [id, type, at] = [say('ce_id'), say('ce_type'), say('ce_time')];
  const eventId = id && uuidv7.test(id) ? id : idOfPlace(record);
  const no = (because: 'unknown-fact' | 'breaks-contract' | 'not-json', detail: string): ReadRecord => ({
    ok: false,
    because,
    detail,
    eventId,
  });
  if (!type) return no('unknown-fact', 'it has no ce_type');
  let body: unknown;
  try {
    body = JSON.parse(record.value?.toString('utf8') ?? '');
  } catch (error) {
    return no('not-json', (error as Error).message);
  }
  const parsed = parseFact(type, body);
  if (!parsed.ok) return no(parsed.because, parsed.detail);
  if (eventId !== id) return no('breaks-contract', 'ce_id: is no UUIDv7');
  if (!at || Number.isNaN(Date.parse(at))) return no('breaks-contract', 'ce_time: is no instant');
  const traceparent = say('traceparent');
  const key = record.key?.toString('utf8') ?? '';
  const fact = {
    id,
    type,
    source: say('ce_source') ?? '',
    at,
    key,
    data: parsed.data,
    ...(traceparent && { traceparent }),
  };
  return { ok: true, fact: fact as Fact };
}

/** A header's first value as text. */
export function headerText(header: IncomingRecord['headers'][string]): string | undefined {
  const first = Array.isArray(header) ? header[0] : header;
  return first === undefined || first === null ? undefined : first.toString('utf8' as never);
}

/** A UUIDv8 out of topic, partition, offset and time of writing. */
function idOfPlace({ topic, partition, offset, timestamp }: IncomingRecord): string {
  const hex = createHash('sha256').update(`${topic}\n${partition}\n${offset}\n${timestamp}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
