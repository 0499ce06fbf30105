/** One trace from HTTP header to outbox to Kafka header to consumer: W3C's `traceparent`, kept beside the call stack. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const current = new AsyncLocalStorage<string>();
const wellFormed = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace this call belongs to, where one began it. */
export function traceparent(): string | undefined {
  return current.getStore();
}

/** Runs `work` in the given trace; in a new one where what was given is none. */
export function inTrace<T>(given: unknown, work: () => T): T {
  return current.run(typeof given === 'string' && wellFormed.test(given) ? given : newTraceparent(), work);
}

export function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}
