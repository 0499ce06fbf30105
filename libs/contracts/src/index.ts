/** What is said between services: topics, facts, HTTP bodies, reasons. */
export * from './conversation-facts.v1.ts';
export * from './deadline-facts.v1.ts';
export * from './delivery-facts.v1.ts';
export * from './desk-api.ts';
export * from './fact.ts';
export { facts } from './facts.ts';
export * from './ids.ts';
export * from './message-received.v1.ts';
export * from './parts.ts';
export * from './policy.v1.ts';
export * from './presence-changed.v1.ts';
export * from './reasons.ts';
export * from './reply-written.v1.ts';
export * from './setting-published.v1.ts';
export * from './staff.v1.ts';
export * from './topics.ts';
export * from './typing.v1.ts';
export * from './webchat-frames.ts';
