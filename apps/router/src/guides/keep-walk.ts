/** Keeps the path that was taken through a question tree; its end stands in the thread, in words. */
import type { Guides, TreeStep } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { sayPath, spokenIn, walkTree } from '@trunkline/rules';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { showGuides } from './show-guides.ts';
import { saveWalk } from './tree-walks.store.ts';

type Walk = GivenOrder & { tree: string; path: TreeStep[] };

/** An empty path starts again. */
export async function keepWalk(desk: GiveOrder, { tree: code, path, ...order }: Walk): Promise<Guides> {
  const { trees } = await showGuides(desk, desk.person(order.by), order.conversationId);
  const tree = trees.find((one) => one.code === code) ?? refuse('no-such-tree');
  const walked = walkTree(tree, path);
  if (walked.kind === 'wrong') refuse('tree-has-changed');
  const isEnded = walked.kind === 'ends';
  await desk.held(order, async (tx, { conversation, person }) => {
    await saveWalk(tx, conversation.id, { tree: code, path, isEnded, by: person.id });
    if (!isEnded) return;
    const spoken = spokenIn(person.language, desk.settings.policy);
    const values = { tree: tree.name[spoken], path: sayPath(tree, path, spoken).join(' · ') };
    const because = { code: 'tree-walked', values };
    conversation.version += 1;
    await saveHeld(tx, conversation);
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'tree-walked', agentId: person.id, because }]);
  });
  return showGuides(desk, desk.person(order.by), order.conversationId);
}
