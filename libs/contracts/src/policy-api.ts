/** Bodies of the routes that look a policy through before it is published: lint, compare, dry run. */
import { z } from 'zod';
import { Because } from './desk-api.ts';
import { AgentId, ConversationId } from './ids.ts';
import { Instant } from './parts.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** A policy as somebody wrote it: what its schema refuses is answered as problems with their paths. */
const Draft = z.record(z.string(), z.unknown());

/** `POST /v1/policies/lint`. */
export const LintAsked = named('LintAsked', z.strictObject({ policy: Draft }));
export type LintAsked = z.infer<typeof LintAsked>;

/**
 * What does not hold. `path` leads to the place in the document, `queues[2].widensTo`; the document itself is ''.
 * Errors refuse publication (422 `policy-does-not-hold`, the list as `issues`), warnings are only shown.
 */
export const PolicyProblem = named(
  'PolicyProblem',
  z.object({
    path: z.string(),
    severity: z.enum(['error', 'warning']),
    because: Because,
    en: z.string(),
    zh: z.string(),
  }),
);
export type PolicyProblem = z.infer<typeof PolicyProblem>;
export const PolicyProblems = named('PolicyProblems', z.object({ problems: z.array(PolicyProblem) }));
export type PolicyProblems = z.infer<typeof PolicyProblems>;

/** `POST /v1/policies/compare`: a published version's number, or a policy as somebody wrote it. */
const Side = z.union([z.int().positive(), Draft]);
export const CompareAsked = named('CompareAsked', z.strictObject({ from: Side, to: Side }));
export type CompareAsked = z.infer<typeof CompareAsked>;

/**
 * One difference. What has a code is named by it, `queues[payments].widensTo`, so that a moved queue is no change of all
 * behind it; what has none by its place. `from` is absent where it was added, `to` where it was removed.
 */
export const PolicyChange = named(
  'PolicyChange',
  z.object({
    path: z.string(),
    kind: z.enum(['added', 'removed', 'changed', 'moved']),
    from: z.unknown().optional(),
    to: z.unknown().optional(),
  }),
);
export type PolicyChange = z.infer<typeof PolicyChange>;
export const PolicyChanges = named('PolicyChanges', z.object({ changes: z.array(PolicyChange) }));
export type PolicyChanges = z.infer<typeof PolicyChanges>;

/** `POST /v1/policies/dry-run`: what the span between two instants would have been under this policy. */
export const DryRunAsked = named('DryRunAsked', z.strictObject({ policy: Draft, from: Instant, to: Instant }));
export type DryRunAsked = z.infer<typeof DryRunAsked>;

/** Waiting times of those who were taken, in seconds from when they began to wait; null where nobody was. */
export const WaitFigures = named(
  'WaitFigures',
  z.object({
    taken: z.int(),
    stillWaiting: z.int(),
    /** Gone without having been taken: solved, closed or moved elsewhere while they waited. */
    leftBefore: z.int(),
    mean: z.number().nullable(),
    p50: z.number().nullable(),
    p90: z.number().nullable(),
    p95: z.number().nullable(),
    /** Share, 0 to 1, of those taken within the first-response limit of their standard. */
    withinLimit: z.number().nullable(),
  }),
);
export type WaitFigures = z.infer<typeof WaitFigures>;

const beforeAndAfter = <Schema extends z.ZodType>(schema: Schema) => z.object({ before: schema, after: schema });
const Taking = z.object({
  queue: z.string(),
  agentId: AgentId.nullable(),
  takenAt: Instant.nullable(),
  waitSeconds: z.number().nullable(),
});

/** One conversation's wait that went otherwise. One that was reopened waits more than once. */
export const WaitDifference = named(
  'WaitDifference',
  z.object({ conversationId: ConversationId, since: Instant, before: Taking, after: Taking }),
);
export type WaitDifference = z.infer<typeof WaitDifference>;

/** `before` is what was recorded, `after` what the tried policy makes of the same arrivals and the same people. */
export const ReplayReport = named(
  'ReplayReport',
  z.object({
    from: Instant,
    to: Instant,
    inputs: z.int(),
    /** Decisions recorded and made; how many gave another person or another reason. */
    decisions: z.object({ before: z.int(), after: z.int(), changed: z.int() }),
    waits: beforeAndAfter(WaitFigures),
    queues: z.array(z.object({ queue: z.string(), ...beforeAndAfter(WaitFigures).shape })),
    /** Share, 0 to 1, of the time online that a person's room was taken, on average. */
    agents: z.array(
      z.object({
        agentId: AgentId,
        name: z.string(),
        ...beforeAndAfter(z.object({ given: z.int(), used: z.number() })).shape,
      }),
    ),
    /** The first of them by time; `differing` says how many there are. */
    differences: z.array(WaitDifference),
    differing: z.int(),
    /** Waits whose inputs were recorded without what queue and key were judged from: taken over as they were. */
    notJudgedAnew: z.int(),
  }),
);
export type ReplayReport = z.infer<typeof ReplayReport>;

/** `GET /v1/policies/dry-runs/{id}`. `refused` says why: the span is too long, the log does not reach back so far. */
export const DryRun = named(
  'DryRun',
  z.object({
    id: z.uuid(),
    askedAt: Instant,
    from: Instant,
    to: Instant,
    state: z.enum(['running', 'done', 'refused']),
    /** Inputs read so far, and the instant they have come to. */
    progress: z.object({ inputs: z.int(), at: Instant.nullable() }),
    because: Because.nullable(),
    report: ReplayReport.nullable(),
  }),
);
export type DryRun = z.infer<typeof DryRun>;
