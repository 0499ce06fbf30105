/** What every fact has around its body: CloudEvents 1.0, Kafka's binary binding, ids as UUIDv7. */
import type { z } from 'zod';
import { facts } from './facts.ts';
import type { FactId } from './ids.ts';
import { type TopicName, topicNames, topics } from './topics.ts';

export type FactType = keyof typeof facts;
/** The body of a fact, by its type. */
export type FactBody<Type extends FactType> = z.infer<(typeof facts)[Type]>;

/**
 * One fact as a consumer gets it. `at` is an ISO instant: Postgres' `now()` of the transaction that made it true,
 * never the time of sending or of hearing. `traceparent` is W3C's, where a trace began it.
 */
export type Fact<Type extends FactType = FactType> = Type extends FactType
  ? { id: FactId; type: Type; source: string; at: string; key: string; data: FactBody<Type>; traceparent?: string }
  : never;

const topicOf = new Map<string, TopicName>(
  topicNames.flatMap((name) => topics[name].facts.map((type) => [type, name] as const)),
);

/** The one topic on which facts of this type travel. */
export function topicOfFact(type: FactType): TopicName {
  return topicOf.get(type) as TopicName;
}

/** At most this many bytes a fact's body has as JSON; a longer one is a defect of its writer (design §4). */
export const factMaxBytes = 200 * 1024;
/** At most this many bytes of a message's text travel in a fact; channels keeps the whole. */
export const textMaxBytes = 64 * 1024;

export type ParsedFact =
  | { ok: true; data: FactBody<FactType> }
  | { ok: false; because: 'unknown-fact' | 'breaks-contract'; detail: string };

/** Holds a body against the contract of its type. Unknown fields of later releases are dropped, never an error. */
export function parseFact(type: string, body: unknown): ParsedFact {
  const schema = facts[type as FactType];
  if (!schema) return { ok: false, because: 'unknown-fact', detail: `no contract for ${type}` };
  const result = schema.safeParse(body);
  if (result.success) return { ok: true, data: result.data as FactBody<FactType> };
  const detail = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return { ok: false, because: 'breaks-contract', detail };
}
