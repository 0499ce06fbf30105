/** What helps an agent to the right answer: canned answers, question trees, macros, as they are for one conversation. */
import { z } from 'zod';
import { Because } from './because.ts';
import { AgentId } from './ids.ts';
import { BothLanguages, Instant } from './parts.ts';
import { MacroStep, QuestionTree } from './procedures.v1.ts';

/** Which answer was given at which question of a tree. */
export const TreeStep = z.strictObject({ node: z.string().max(64), answer: z.string().max(64) });
export type TreeStep = z.infer<typeof TreeStep>;
export const TreeWalk = z.object({
  tree: z.string(),
  path: z.array(TreeStep),
  by: AgentId,
  at: Instant,
  isEnded: z.boolean(),
});
export type TreeWalk = z.infer<typeof TreeWalk>;

export const Guides = z
  .object({
    /** `text`: in the customer's language, with its holes filled. */
    canned: z.array(
      z.object({ code: z.string(), name: BothLanguages, text: z.string(), shortcut: z.string().nullable() }),
    ),
    trees: z.array(QuestionTree.extend({ walked: TreeWalk.nullable() })),
    macros: z.array(
      z.object({ code: z.string(), name: BothLanguages, changesAccount: z.boolean(), steps: z.array(MacroStep) }),
    ),
  })
  .meta({ id: 'Guides' });
export type Guides = z.infer<typeof Guides>;

/** The whole path from the tree's start. */
export const TreePath = z.strictObject({ path: z.array(TreeStep).max(50) }).meta({ id: 'TreePath' });
export type TreePath = z.infer<typeof TreePath>;

/** Steps in their order; it ends at the first that was refused, and what was done before stays done. */
export const MacroRun = z
  .object({
    isWhole: z.boolean(),
    steps: z.array(
      z.object({
        act: z.string(),
        state: z.enum(['done', 'refused', 'not-tried']),
        because: Because.nullable(),
      }),
    ),
  })
  .meta({ id: 'MacroRun' });
export type MacroRun = z.infer<typeof MacroRun>;
