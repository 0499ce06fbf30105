/** Puts matters onto the ladder, each once, and tells the first level. What is over already never begins. */
import { type Because, type ConversationId, newId, type Trigger } from '@trunkline/contracts';
import type { NewFact, Tx } from '@trunkline/platform';
import { beginsAt, isTimed } from '@trunkline/rules';
import { insertMatters, type NewMatter, openMattersOf } from './matters.store.ts';
import { type Held, tellNext } from './tell-next.ts';

export type Wanted = {
  conversationId: ConversationId;
  trigger: Trigger;
  what: string;
  clockId: string | null;
  queue: string;
  because: Because;
  /** ms */
  begunAt: number;
  overBecause: string | null;
};

/** The conversations are held: nothing else begins in them meanwhile. */
export async function raiseMatters(tx: Tx, wanted: readonly Wanted[], held: Held): Promise<NewFact[]> {
  if (wanted.length === 0) return [];
  const ids = wanted.filter(({ trigger }) => !isTimed(trigger)).map(({ conversationId }) => conversationId);
  const open = new Set((await openMattersOf(tx, ids)).map(placeOf));
  const matters = wanted.flatMap((one): NewMatter[] => {
    const begins = beginsAt(one.trigger, held.settings.policy);
    if (begins.kind === 'off') return [];
    // while people are told of a complaint, another sign of it tells them nothing new
    const isTold = !isTimed(one.trigger) && open.has(placeOf(one));
    const matter = { ...one, id: newId(), level: begins.after };
    if (!one.overBecause) open.add(placeOf(one));
    return [isTold && !one.overBecause ? { ...matter, overBecause: 'told-already' } : matter];
  });
  const begun = await insertMatters(tx, matters);
  const fresh = matters.filter(({ id, overBecause }) => begun.has(id) && overBecause === null);
  return tellNext(
    tx,
    fresh.map((matter) => ({ matter, because: matter.because })),
    held,
  );
}

/** Whatever makes it beyond an agent is one thing; a question that waits is no word that the call broke off. */
const placeOf = ({ conversationId, trigger, because }: Pick<Wanted, 'conversationId' | 'trigger' | 'because'>) => {
  const isOfItsOwn = trigger === 'beyond-ability' && !because.code.startsWith('beyond-');
  return `${conversationId} ${trigger} ${isOfItsOwn ? because.code : ''}`;
};
