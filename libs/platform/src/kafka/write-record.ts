/** Puts a fact into CloudEvents 1.0, Kafka's binary binding: the body as value, all else as headers. */

export type OutgoingFact = {
  id: string;
  type: string;
  source: string;
  at: Date;
  key: string;
  /** The body, already JSON. */
  body: string;
  traceparent?: string;
};

export type OutgoingRecord = { key: string; value: string; headers: Record<string, string> };

export function writeRecord(fact: OutgoingFact): OutgoingRecord {
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: fact.id,
    ce_type: fact.type,
    ce_source: `/trunkline/${fact.source}`,
    ce_time: fact.at.toISOString(),
    'content-type': 'application/json',
  };
  if (fact.traceparent) headers.traceparent = fact.traceparent;
  return { key: fact.key, value: fact.body, headers };
}
