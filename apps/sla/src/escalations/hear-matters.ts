/** What facts bring onto the ladder, and what they take off it; in the transaction that follows their conversations. */
import type { ConversationId, Fact } from '@trunkline/contracts';
import type { LiveSettings, NewFact, Tx } from '@trunkline/platform';
import { beginsMatter, endOf, type Followed, type MatterFact, matterOver } from '@trunkline/rules';
import { endMatters, keepAccused, openMattersOf } from './matters.store.ts';
import { raiseMatters, type Wanted } from './raise-matters.ts';

/** Besides those that follow a conversation for its clocks. */
export type LadderFact = Fact<
  'conversation.flagged' | 'conversation.unflagged' | 'conversation.sign-seen' | 'conversation.escalated'
>;
type Heard = { type: string; at: string; data: { conversationId: ConversationId } };
type Cases = ReadonlyMap<ConversationId, { followed: Followed }>;

export async function hearMatters(
  tx: Tx,
  batch: readonly Heard[],
  { cases, settings }: { cases: Cases; settings: LiveSettings },
): Promise<NewFact[]> {
  await keepAccused(tx, batch.flatMap(accusingIn));
  const takenBack = new Set(batch.flatMap((fact) => signTakenBack(fact)?.data.signId ?? []));
  const seen = new Set(batch.flatMap((fact) => signSeen(fact)?.data.signId ?? []));
  const answered = new Set(batch.flatMap((fact) => consultAnswered(fact)?.data.consultId ?? []));
  const standOf = ({ conversationId, trigger, what, begunAt }: Omit<Wanted, 'overBecause'>) => {
    const followed = cases.get(conversationId)?.followed;
    const ticket = followed?.tickets.find(({ id }) => id === what)?.turns.at(-1)?.state;
    return matterOver({
      trigger,
      begunAt,
      end: followed ? endedIn(followed) : null,
      clockStopped: null, // the clocks end their own
      isTicketDone: ticket === 'solved' || ticket === 'closed',
      isSignTakenBack: takenBack.has(what as never),
      isSignSeen: seen.has(what as never),
      isAnswered: answered.has(what as never),
    });
  };
  const wanted = batch
    .flatMap((fact) => wantedBy(fact, settings))
    .map((one): Wanted => {
      const stand = standOf(one);
      return { ...one, overBecause: stand.kind === 'over' ? stand.because : null };
    });
  const raised = await raiseMatters(tx, wanted, { cases, settings });
  const open = await openMattersOf(tx, [...new Set(batch.filter(mayEnd).map(({ data }) => data.conversationId))]);
  const over = open.flatMap((matter) => {
    const stand = standOf(matter);
    return stand.kind === 'over' ? [{ id: matter.id, because: stand.because }] : [];
  });
  await endMatters(tx, over);
  return raised;
}

const beginning = new Set<string>([
  'conversation.opened',
  'conversation.relabelled',
  'conversation.flagged',
  'conversation.escalated',
  'consult.opened',
  'ticket.opened',
  'ticket.changed',
]);
const ending = new Set([
  'conversation.solved',
  'conversation.closed',
  'conversation.unflagged',
  'conversation.sign-seen',
  'consult.answered',
  'ticket.changed',
]);
const mayEnd = ({ type }: Heard) => ending.has(type);

/** A sign that was taken back, or a question answered, before it was heard of is one that is over: it never begins. */
function wantedBy(fact: Heard, { policy }: LiveSettings): Omit<Wanted, 'overBecause'>[] {
  const withdrawn = signTakenBack(fact) ?? asFlagged(signSeen(fact));
  const answered = consultAnswered(fact);
  const heard = withdrawn
    ? { ...withdrawn, type: 'conversation.flagged' }
    : answered
      ? { ...answered, type: 'consult.opened' }
      : fact;
  const begun = beginning.has(heard.type) ? beginsMatter(heard as MatterFact, policy) : null;
  if (!begun) return [];
  const { conversationId, queue } = fact.data as MatterFact['data'];
  return [{ ...begun, conversationId, queue, clockId: null, begunAt: Date.parse(fact.at) }];
}

function signTakenBack(fact: Heard): Fact<'conversation.unflagged'> | undefined {
  return fact.type === 'conversation.unflagged' ? (fact as Fact<'conversation.unflagged'>) : undefined;
}

function signSeen(fact: Heard): Fact<'conversation.sign-seen'> | undefined {
  return fact.type === 'conversation.sign-seen' ? (fact as Fact<'conversation.sign-seen'>) : undefined;
}

/** Of an incident's members there is no alert that could be seen. */
const asFlagged = (seen: Fact<'conversation.sign-seen'> | undefined) =>
  seen && { ...seen, data: { ...seen.data, incidentId: null } };

function consultAnswered(fact: Heard): Fact<'consult.answered'> | undefined {
  return fact.type === 'consult.answered' ? (fact as Fact<'consult.answered'>) : undefined;
}

function endedIn(followed: Followed) {
  const end = endOf(followed);
  return end?.state === 'solved' || end?.state === 'closed' ? { state: end.state, at: end.at } : null;
}

function accusingIn(fact: Heard) {
  if (fact.type !== 'ticket.opened' && fact.type !== 'ticket.changed') return [];
  const { conversationId, ticketId, ticketVersion: version, hiddenFrom } = (fact as Fact<'ticket.opened'>).data;
  return hiddenFrom ? [{ ticketId, conversationId, version, people: hiddenFrom }] : [];
}
