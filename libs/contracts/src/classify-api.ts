/** What the staff's API says of understanding: a label put right, corrections approved, versions of the classifier. */
import { z } from 'zod';
import { AgentId, ConversationId, CorrectionId } from './ids.ts';
import { Instant } from './parts.ts';

const named = <Shape extends z.ZodType>(id: string, shape: Shape): Shape => shape.meta({ id });

/** Null: it belongs to none of the labels. */
export const NewLabel = named('NewLabel', z.strictObject({ label: z.string().min(1).max(64).nullable() }));
export type NewLabel = z.infer<typeof NewLabel>;

/** A label that somebody put right. The classifier learns from it once a supervisor approved it. */
export const Correction = named(
  'Correction',
  z.object({
    id: CorrectionId,
    conversationId: ConversationId,
    text: z.string(),
    language: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    by: AgentId,
    at: Instant,
    state: z.enum(['proposed', 'approved', 'rejected']),
    decidedBy: AgentId.nullable(),
    decidedAt: Instant.nullable(),
  }),
);
export type Correction = z.infer<typeof Correction>;
export const Corrections = named('Corrections', z.object({ items: z.array(Correction), next: z.string().nullable() }));
export type Corrections = z.infer<typeof Corrections>;

export const FittedBecause = z.enum(['first-start', 'taxonomy-changed', 'corrections-approved', 'ordered']);
export type FittedBecause = z.infer<typeof FittedBecause>;

/** One version of the classifier: what it was fitted to, and how it does on texts held back from it (shares, 0–1). */
export const ClassifierVersion = named(
  'ClassifierVersion',
  z.object({
    version: z.int().positive(),
    at: Instant,
    because: FittedBecause,
    by: AgentId.nullable(),
    policyVersion: z.int(),
    texts: z.int(),
    labels: z.int(),
    corrections: z.int(),
    accuracy: z.number(),
    calibrationError: z.number(),
    fitMs: z.int(),
    bytes: z.int(),
    sha256: z.string(),
  }),
);
export type ClassifierVersion = z.infer<typeof ClassifierVersion>;
export const ClassifierVersions = named(
  'ClassifierVersions',
  z.object({
    /** Newest first. */
    items: z.array(ClassifierVersion),
    /** A newer one is being fitted, or is about to be. */
    isFitting: z.boolean(),
    /** Approved corrections that the newest version has not learnt from. */
    unlearnt: z.int(),
  }),
);
export type ClassifierVersions = z.infer<typeof ClassifierVersions>;

export const TryText = named('TryText', z.strictObject({ text: z.string().min(1).max(20_000) }));
export type TryText = z.infer<typeof TryText>;
/** What the desk would make of a text that somebody wrote. */
export const TriedText = named(
  'TriedText',
  z.object({
    language: z.string(),
    label: z.string().nullable(),
    topic: z.string().nullable(),
    confidence: z.number(),
    evidence: z.array(z.string()),
    queue: z.string(),
    /** Null where a rule of the policy names it. */
    classifierVersion: z.int().nullable(),
  }),
);
export type TriedText = z.infer<typeof TriedText>;
