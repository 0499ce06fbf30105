/** What the router says of understanding: a label was put right, a newer classifier judges from now on. */
import { z } from 'zod';
import { FittedBecause } from './classify-api.ts';
import { Head } from './conversation-facts.v1.ts';
import { AgentId } from './ids.ts';

export const ConversationRelabelledV1 = Head.extend({
  from: z.string().nullable(),
  to: z.string().nullable(),
  by: AgentId,
});
export type ConversationRelabelledV1 = z.infer<typeof ConversationRelabelledV1>;

/** Its key is `classifier`; the model itself stays with the router. */
export const ClassifierFittedV1 = z.object({
  version: z.int().positive(),
  policyVersion: z.int(),
  because: FittedBecause,
  by: AgentId.nullable(),
  texts: z.int(),
  labels: z.int(),
  sha256: z.string(),
});
export type ClassifierFittedV1 = z.infer<typeof ClassifierFittedV1>;
