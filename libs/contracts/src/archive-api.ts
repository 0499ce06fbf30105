/** The archive: finished conversations, found again by words in any script, over all channels. */
import { z } from 'zod';
import { ConversationRow } from './desk-api.ts';
import { Instant } from './parts.ts';
import { WrapUpResult } from './wrap-up.ts';

/** What the words were found in. */
export const ArchiveFoundIn = z.enum(['message', 'note', 'wrap-up', 'survey', 'ticket', 'form', 'customer']);
export type ArchiveFoundIn = z.infer<typeof ArchiveFoundIn>;

export const ArchiveRow = ConversationRow.extend({
  /** When it was solved last; of old ones without that, when something last happened. */
  endedAt: Instant,
  /** Why it ended, a code of a reason. */
  endedBecause: z.string().nullable(),
  outcome: z.enum(['satisfied', 'unsatisfied', 'unknown']),
  score: z.int().min(1).max(5).nullable(),
  result: WrapUpResult.nullable(),
  summary: z.string(),
  foundIn: z.array(ArchiveFoundIn),
}).meta({ id: 'ArchiveRow' });
export type ArchiveRow = z.infer<typeof ArchiveRow>;

export const ArchivePage = z
  .object({ items: z.array(ArchiveRow), next: z.string().nullable() })
  .meta({ id: 'ArchivePage' });
export type ArchivePage = z.infer<typeof ArchivePage>;

export const archiveOutcomes = ['satisfied', 'unsatisfied', 'unknown'] as const;
