/** Where each of these stands in its queue and how long it will wait, and what one who writes now may expect. */
import type { ConversationId, Waits, WaitsAsked } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { chooseQueue, isQueueOpen } from '@trunkline/rules';
import { expectWaits } from './expect-waits.ts';
import { readWaiting } from './waits.store.ts';

type Desk = { postgres: Postgres; settings: LiveSettings };
const newcomer = 'newcomer' as ConversationId;
/** Behind all who wait. */
const last = Number.MAX_SAFE_INTEGER;

export async function tellWaits(desk: Desk, visitors: WaitsAsked['visitors']): Promise<Waits> {
  const { policy } = desk.settings;
  const now = Date.now();
  const rows = (await readWaiting(desk.postgres, visitors)).filter(({ queue }) => isQueueOpen(policy, queue, now));
  const { defaultLanguage: language } = policy.desk;
  const account = visitors[0]?.account ?? '';
  const { queue } = chooseQueue({ standard: 'chat', account, topic: null, label: null, kind: null, language }, policy);
  const asks = isQueueOpen(policy, queue, now);
  const expected = await expectWaits(desk, [
    ...rows,
    ...(asks ? [{ id: newcomer, queue, language, orderKey: last }] : []),
  ]);
  const items: Waits['items'] = visitors.map(() => null);
  for (const { at, id, position } of rows) {
    items[at] = { position, wait: expected.get(id) ?? null };
  }
  return { items, newcomer: expected.get(newcomer) ?? null };
}
