/** What a system may post: messages of customers, and what became of our answers. The page for its makers: README.md. */
import { Instant } from '@trunkline/contracts';
import { z } from 'zod';

const Address = z.string().trim().min(1).max(512);

/** Its bytes inline, or where they lie; one of the two. */
const File = z
  .object({
    name: z.string().min(1).max(255),
    type: z.string().max(255).default(''),
    base64: z.base64().optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine(({ base64, url }) => (base64 === undefined) !== (url === undefined), { error: 'base64 or url' });
export type SaidFile = z.infer<typeof File>;

const Evidence = z.object({
  kind: z.enum(['email', 'phone', 'external-id']),
  value: z.string().trim().min(1).max(320),
  /** `provider`: your system knows it; `customer`: only typed. */
  by: z.enum(['provider', 'customer']).default('customer'),
});

export const SaidMessage = z.object({
  from: z.object({ address: Address, name: z.string().max(255).nullish() }),
  text: z.string().default(''),
  /** Conversations of one address are kept apart by it. */
  thread: z.string().max(512).default(''),
  subject: z.string().max(998).nullish(),
  files: z.array(File).max(20).default([]),
  /** Your own id: the same one twice is one message. Without it nothing is taken for a second one. */
  externalId: z.string().min(1).max(255).optional(),
  /** The `externalId` or the `messageId` that it answers. */
  answers: z.string().max(255).optional(),
  evidence: z.array(Evidence).max(8).default([]),
  sentAt: Instant.nullish(),
});
export type SaidMessage = z.infer<typeof SaidMessage>;

export const SaidStatus = z.object({
  /** As we gave it with the answer. */
  messageId: z.uuid(),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  detail: z.string().max(500).optional(),
});

/** Several at once, or one message alone. */
export const Several = z.looseObject({
  messages: z.array(z.unknown()).max(100).optional(),
  statuses: z.array(z.unknown()).max(500).optional(),
});

/** The first thing that is wrong, with its place. */
export const problemOf = (error: z.ZodError): string => {
  const [first] = error.issues;
  return `${first?.path.join('.') || 'body'}: ${first?.message ?? 'not readable'}`;
};
