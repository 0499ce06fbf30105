/** Puts what the rules need to know of a transfer before them, and says their answer in words. */
import { type Because, type Transfer, type TransferVerdict } from '@trunkline/contracts';
import { type LiveSettings, refuse, type Tx } from '@trunkline/platform';
import { findLabel, judgeTransfer, spokenIn, type TransferJudged, wordTransfer } from '@trunkline/rules';
import type { Held } from '../desk/give-order.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { readDirectives } from './directives.store.ts';
import { countBounces, topicOf } from './transfers.store.ts';

type Asked = Pick<Transfer, 'to' | 'consent' | 'how'>;
export type JudgedOrder = { judged: TransferJudged; verdict: TransferVerdict; leavesGroup: boolean; now: string };

export async function judgeOrder(tx: Tx, held: Held, { to, consent, how }: Asked, settings: LiveSettings) {
  const { conversation, person } = held;
  const { policy } = settings;
  if (conversation.state === 'closed') refuse('already-closed');
  if (conversation.state === 'solved') refuse('already-solved');
  if ('queue' in to && !policy.queues.some(({ code }) => code === to.queue))
    refuse('no-such-queue', { queue: to.queue });
  const named = 'agent' in to ? (settings.person(to.agent) ?? refuse('no-such-agent')) : null;
  if (named && conversation.hiddenFrom?.includes(named.id)) refuse('transfer-not-to-them', { name: named.name });
  const { topic, label } = await topicOf(tx, conversation.id);
  const now = await askTheTime(tx);
  const isTaken = conversation.state === 'assigned' || conversation.state === 'with-customer';
  const judged = judgeTransfer(
    {
      to,
      consent,
      how,
      topic,
      label,
      kind: findLabel(label, policy)?.label.kind ?? null,
      standard: conversation.standard,
      queue: conversation.queue,
      isHolder: isTaken && conversation.agentId === person.id,
      isLead: person.role === 'supervisor' || person.role === 'administrator',
      groups: named?.groups ?? null,
      bounces: await countBounces(tx, conversation.id),
      directives: await readDirectives(tx, [conversation.queue]),
      now,
    },
    policy,
  );
  const leavesGroup = judged.because.code !== 'stays-in-group';
  const verdict = {
    kind: judged.kind,
    because: because(judged, held, settings),
    text: wording(judged, held, to, settings),
  };
  return { judged, verdict, leavesGroup, now } satisfies JudgedOrder;
}

/** With the values that only the staff and the customer's language know. */
function because(
  { because: said, ...judged }: TransferJudged,
  { conversation }: Held,
  settings: LiveSettings,
): Because {
  if (judged.kind !== 'refused' || !judged.directive) return said;
  const { by, text } = judged.directive;
  const spoken = spokenIn(conversation.language, settings.policy);
  return { ...said, values: { ...said.values, supervisor: settings.person(by)?.name ?? '—', text: text[spoken] } };
}

/** In the customer's language: what they are asked or told, or what can be said instead. */
function wording(judged: TransferJudged, { conversation }: Held, to: Transfer['to'], settings: LiveSettings): string {
  const { policy } = settings;
  const { language, queue } = conversation;
  const spoken = spokenIn(language, policy);
  if (judged.kind === 'external') return judged.place.text[spoken];
  if (judged.kind === 'refused') return (judged.directive?.text ?? judged.place?.text)?.[spoken] ?? '';
  if ((judged.kind !== 'asks' && judged.kind !== 'tells') || 'external' in to) return '';
  const target = 'queue' in to ? { queue: to.queue } : { name: settings.person(to.agent)?.name ?? '' };
  const key = judged.kind === 'asks' ? 'transfer' : 'transfer-told';
  return wordTransfer({ key, queue, target, language }, policy);
}
