/** What an agent keeps of a finished conversation, for a short time outside routing (`domain.md` §7). */
import { z } from 'zod';
import { AgentId, WrapUpId } from './ids.ts';
import { Instant } from './parts.ts';
import { WrapUpField } from './procedures.v1.ts';
import { Attitude } from './submission.ts';

export const WrapUpResult = z.enum(['solved', 'partly', 'not-solved', 'passed-on']);
export type WrapUpResult = z.infer<typeof WrapUpResult>;

/** As it is typed: every field may still be missing. The label is the conversation's own. */
export const WrapUpDraft = z
  .strictObject({
    summary: z.string().max(2_000).default(''),
    /** The summary was read back to the customer, who agreed. */
    isConfirmed: z.boolean().default(false),
    result: WrapUpResult.nullable().default(null),
    attitude: Attitude.nullable().default(null),
  })
  .meta({ id: 'WrapUpDraft' });
export type WrapUpDraft = z.infer<typeof WrapUpDraft>;

/** One a conversation and resolution. */
export const WrapUp = z
  .object({
    id: WrapUpId,
    agentId: AgentId,
    startedAt: Instant,
    /** Until when the agent is out of routing for it; null: they are not. */
    dueAt: Instant.nullable(),
    /** When and why they were back in routing. */
    backAt: Instant.nullable(),
    backBecause: z.enum(['done', 'time', 'signed-out', 'came-online']).nullable(),
    /** When the form was finished; it may be finished after the time. */
    doneAt: Instant.nullable(),
    /** From the start until routing had them back, or the form was finished; null while it runs. */
    seconds: z.number().nonnegative().nullable(),
    summary: z.string(),
    isConfirmed: z.boolean(),
    result: WrapUpResult.nullable(),
    attitude: Attitude.nullable(),
    /** What the queue wants filled in, and of it what is missing. */
    requires: z.array(WrapUpField).optional(),
    missing: z.array(WrapUpField).optional(),
  })
  .meta({ id: 'WrapUp' });
export type WrapUp = z.infer<typeof WrapUp>;
