/** What the customer's answers on the way to the end bring about (`domain.md` §7, A34). */
import type { Standard } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { mayOfferSurvey } from '@trunkline/rules';
import { setAlarm } from '../alarms/set-alarm.ts';
import type { Answered } from '../answers/answered.ts';
import { endConversation } from '../desk/end-conversation.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { judgeOutcomes } from '../signs/judge-outcomes.ts';
import { markMore, markSurvey, presentClosing, storeScore } from './closings.store.ts';
import { askAbout, canBeTold, sayClosing } from './say-closing.ts';

const event = (tx: Tx, { held }: Pick<Answered, 'held'>, code: string, values = {}) =>
  insertEvents(tx, [{ conversationId: held.id, what: 'closing', because: { code, values } }]);

/** No: it is saved, and the survey is offered where it can be answered; else the closing text. Yes: it goes on. */
export async function onAnythingElse(tx: Tx, answered: Answered): Promise<void> {
  const { answer, held, policy } = answered;
  const wantsMore = answer.kind === 'yes';
  const closing = await presentClosing(tx, held.id);
  await markMore(tx, held.id, wantsMore);
  await event(tx, answered, wantsMore ? 'wants-more' : 'wants-nothing-more');
  if (wantsMore) return;
  const offer = mayOfferSurvey({ standard: held.standard, canBeTold: canBeTold(held), closing }, policy);
  if (!offer.ok) return endAfterWords(tx, answered);
  await markSurvey(tx, held.id, 'offered');
  await askAbout(tx, held, { kind: 'survey-offer', key: 'survey-offer', policy });
  await endsBySilence(tx, answered);
}

/** Agreed: the one question. Declined: the closing text, and no survey. */
export async function onSurveyOffer(tx: Tx, answered: Answered): Promise<void> {
  const { answer, held, policy } = answered;
  await markSurvey(tx, held.id, answer.kind === 'yes' ? 'agreed' : 'declined');
  await event(tx, answered, answer.kind === 'yes' ? 'survey-agreed' : 'survey-declined');
  if (answer.kind !== 'yes') return endAfterWords(tx, answered);
  await askAbout(tx, held, { kind: 'survey', key: 'survey', policy });
  await endsBySilence(tx, answered);
}

/** One score counts a resolution; a poor one is an unsatisfied outcome, and opens a further step. */
export async function onSurvey(tx: Tx, answered: Answered): Promise<void> {
  const { answer, held, policy } = answered;
  if (answer.kind !== 'score') return;
  const { score, rest } = answer;
  if (!(await storeScore(tx, held.id, { score, comment: rest }))) return;
  await event(tx, answered, 'survey-answered', { score });
  await writeFacts(tx, [
    { type: 'conversation.rated', key: held.id, data: { ...headOf(held), score, comment: rest !== '' } },
  ]);
  const satisfied = score > policy.closing.unsatisfiedUpTo;
  const isOpen = held.state !== 'solved' && held.state !== 'closed';
  const how = { satisfied, because: 'score', reason: rest, score, personId: null } as const;
  await judgeOutcomes(tx, [{ held, ...how, isOpen }], policy);
  await sayClosing(tx, held, policy);
  if (isOpen)
    await endConversation(
      tx,
      { conversation: held, person: null, settings: { policy } },
      { state: 'solved', because: 'survey-answered' },
    );
}

const isLive = (standard: Standard, { policy }: Pick<Answered, 'policy'>): boolean =>
  policy.standards[standard].holdsRoom;

/** The desk does not end a live conversation first: silence does. What is not live is solved at once. */
async function endAfterWords(tx: Tx, answered: Answered): Promise<void> {
  const { held, policy } = answered;
  await sayClosing(tx, held, policy);
  if (isLive(held.standard, answered)) return endsBySilence(tx, answered);
  if (held.state === 'solved' || held.state === 'closed') return;
  await endConversation(
    tx,
    { conversation: held, person: null, settings: { policy } },
    { state: 'solved', because: 'wants-nothing-more' },
  );
}

async function endsBySilence(tx: Tx, answered: Answered): Promise<void> {
  const { held, policy } = answered;
  if (!isLive(held.standard, answered)) return;
  const now = Date.parse(await askTheTime(tx));
  const dueAt = new Date(now + policy.closing.endsLiveAfterSeconds * 1000).toISOString();
  await setAlarm(tx, held, { kind: 'live-end', aboutId: held.id, dueAt });
}
