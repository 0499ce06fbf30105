/** Handing a conversation on: what the rules say of it before, what the customer is asked, what travels with it. */
import { z } from 'zod';
import { Because } from './because.ts';
import { AgentId, DirectiveId, TransferId } from './ids.ts';
import { BothLanguages, Instant } from './parts.ts';
import { Code } from './policy-parts.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** `external`: a place of the policy's `transfer.external`; the customer is told whom to turn to. */
export const TransferTo = z.union([
  z.strictObject({ queue: z.string().max(64) }),
  z.strictObject({ agent: AgentId }),
  z.strictObject({ external: z.string().max(64) }),
]);
export type TransferTo = z.infer<typeof TransferTo>;
/** How the customer takes it, as the agent sees it. */
export const Mood = z.enum(['calm', 'worried', 'upset', 'angry']);
export type Mood = z.infer<typeof Mood>;

export const Transfer = named(
  'Transfer',
  z.strictObject({
    to: TransferTo,
    /** The summary, in the agent's words, for whoever gets it; the customer never sees it. */
    note: z.string().max(4000).optional(),
    /** Why it goes. */
    why: z.string().trim().max(500).optional(),
    /** What the customer was promised. */
    promised: z.string().trim().max(1000).optional(),
    mood: Mood.optional(),
    /**
     * `given`: the customer has agreed already, in the words of `how`; `refused`: they have said no; else they are asked
     * where the policy asks.
     */
    consent: z.enum(['ask', 'given', 'refused']).optional(),
    how: z.string().trim().max(500).optional(),
  }),
);
export type Transfer = z.infer<typeof Transfer>;

/**
 * What will happen. `external`: the place's text is sent, and it ends here; `refused`: `text` may be sent instead;
 * `goes`: at once; `asks`: the customer first; `tells`: at once, and they are told; `to-supervisor`: handed on too often.
 */
export const TransferVerdict = named(
  'TransferVerdict',
  z.object({
    kind: z.enum(['external', 'refused', 'goes', 'asks', 'tells', 'to-supervisor']),
    because: Because,
    /** What the customer is asked or told, or what can be said instead; empty where nothing is. */
    text: z.string(),
  }),
);
export type TransferVerdict = z.infer<typeof TransferVerdict>;

/** The customer was asked, and has not answered yet. */
export const TransferAsk = z.object({
  by: AgentId,
  to: TransferTo,
  askedAt: Instant,
  /** Silence until then counts as a refusal. */
  until: Instant,
});
export type TransferAsk = z.infer<typeof TransferAsk>;

/** What travels with a conversation: the next agent reads it before the first word. */
export const Capsule = named(
  'Capsule',
  z.object({
    id: TransferId,
    /** Who had it; null: nobody. */
    from: AgentId.nullable(),
    by: AgentId,
    fromQueue: z.string(),
    to: TransferTo,
    why: z.string().nullable(),
    summary: z.string().nullable(),
    promised: z.string().nullable(),
    mood: Mood.nullable(),
    /** What was asked already: fields of forms and their answers. */
    asked: z.record(z.string(), z.string()),
    tickets: z.array(z.object({ number: z.string(), kind: z.string(), state: z.string() })),
    /** Kinds of the signs that make it sensitive. */
    signs: z.array(z.string()),
    consent: z.enum(['asked', 'given', 'told', 'not-needed']),
    /** How they agreed, where the agent says so. */
    how: z.string().nullable(),
    at: Instant,
  }),
);
export type Capsule = z.infer<typeof Capsule>;

/** A supervisor's word that a topic or label is not transferred for a time, and the one wording that is used instead. */
export const Directive = named(
  'Directive',
  z.object({
    id: DirectiveId,
    queue: z.string(),
    topic: Code.nullable(),
    label: Code.nullable(),
    text: BothLanguages,
    by: AgentId,
    fromAt: Instant,
    untilAt: Instant,
  }),
);
export type Directive = z.infer<typeof Directive>;
/** `topic` and `label` null: whatever that group has. */
export const NewDirective = named(
  'NewDirective',
  z.strictObject({
    queue: Code,
    topic: Code.nullable().default(null),
    label: Code.nullable().default(null),
    text: z.strictObject({ en: z.string().trim().min(1).max(2000), zh: z.string().trim().min(1).max(2000) }),
    fromAt: Instant.optional(),
    untilAt: Instant,
  }),
);
export type NewDirective = z.infer<typeof NewDirective>;
export const Directives = named('Directives', z.object({ items: z.array(Directive), next: z.string().nullable() }));
export type Directives = z.infer<typeof Directives>;

/** `directive.changed`: written by the router when one is made or taken off; those of the group fetch them anew. */
export const DirectiveChangedV1 = z.object({ directiveId: DirectiveId, queue: z.string() });
export type DirectiveChangedV1 = z.infer<typeof DirectiveChangedV1>;
