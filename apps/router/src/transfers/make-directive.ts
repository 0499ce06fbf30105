/** A supervisor says what of their group is not transferred for a time, or ends that before its time. */
import { type Directive, type DirectiveId, type NewDirective, newId } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { endDirective, findDirective, insertDirective } from './directives.store.ts';

export async function makeDirective(
  desk: GiveOrder,
  { by, asked }: { by: string; asked: NewDirective },
): Promise<Directive> {
  const person = lead(desk, by, asked.queue);
  const { queues, taxonomy } = desk.settings.policy;
  if (!queues.some(({ code }) => code === asked.queue)) refuse('no-such-queue', { queue: asked.queue });
  const topic = taxonomy.topics.find(({ code }) => code === asked.topic);
  if (asked.topic !== null && !topic) refuse('bad-request');
  const labels = (topic ? [topic] : taxonomy.topics).flatMap((one) => one.labels);
  if (asked.label !== null && !labels.some(({ code }) => code === asked.label)) refuse('bad-request');
  return desk.postgres.transaction(async (tx) => {
    const now = await askTheTime(tx);
    const { fromAt = now, untilAt } = asked;
    if (Date.parse(untilAt) <= Math.max(Date.parse(fromAt), Date.parse(now))) refuse('directive-ends-before');
    const one: Directive = { ...asked, id: newId<DirectiveId>(), by: person.id, fromAt, untilAt };
    await insertDirective(tx, one);
    await tell(tx, one);
    return one;
  });
}

/** Over already, it stays over. */
export async function takeOffDirective(desk: GiveOrder, { by, id }: { by: string; id: DirectiveId }): Promise<void> {
  const one = (await findDirective(desk.postgres, id)) ?? refuse('not-found');
  const person = lead(desk, by, one.queue);
  await desk.postgres.transaction(async (tx) => {
    if (await endDirective(tx, { id, by: person.id })) await tell(tx, one);
  });
}

function lead(desk: GiveOrder, by: string, queue: string) {
  const person = desk.person(by);
  const verdict = may({ person, does: 'change-directive', thing: { queue } });
  return verdict.ok ? person : refuse(verdict.because);
}

const tell = (tx: Tx, { id, queue }: Directive) =>
  writeFacts(tx, [{ type: 'directive.changed', key: id, data: { directiveId: id, queue } }]);
