/** What comes of asking the customer: a yes hands it on at once; a no, or silence, keeps it where it is. */
import type { AgentId, PolicyV1, TransferTo } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { directiveOn } from '@trunkline/rules';
import type { OnAlarm } from '../alarms/rung.ts';
import type { OnAnswered } from '../answers/answered.ts';
import { openConsult } from '../consults/open-consult.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { readDirectives } from './directives.store.ts';
import { endAsk } from './end-ask.ts';
import { handOn } from './hand-on.ts';
import { findAsk, topicOf, whoIsOnline } from './transfers.store.ts';

export const onConsentAnswered: OnAnswered = async (tx, { answer, held, policy }) => {
  const ask = await findAsk(tx, held.id);
  if (!ask) return;
  if (!isWith(held, ask.fromAgent)) {
    await endAsk(tx, held, 'over');
    return;
  }
  if (answer.kind !== 'yes') {
    await endAsk(tx, held, 'refused');
    await stay(tx, held, { because: 'customer-refused', by: ask.by, wanted: wantedOf(ask, policy) });
    return;
  }
  if ('agent' in ask.to && !(await whoIsOnline(tx, [ask.to.agent])).has(ask.to.agent)) {
    await endAsk(tx, held, 'not-placed');
    await note(tx, held, { what: 'transfer-not-placed', because: 'transfer-not-placed', by: ask.by });
    return;
  }
  const directive = await madeMeanwhile(tx, held);
  if (directive) {
    await endAsk(tx, held, 'not-placed');
    await note(tx, held, { what: 'transfer-not-placed', because: 'no-transfer-since', by: ask.by });
    return;
  }
  await endAsk(tx, held, 'done');
  await note(tx, held, { what: 'transfer-agreed', because: 'customer-agreed', by: ask.by });
  await handOn(tx, held, { to: ask.to, by: ask.by, note: ask.summary, policy });
};

/** A supervisor may have said no while the customer thought about it. */
async function madeMeanwhile(tx: Tx, held: HeldConversation) {
  const { topic, label } = await topicOf(tx, held.id);
  const directives = await readDirectives(tx, [held.queue]);
  return directiveOn({ queue: held.queue, topic, label, directives, now: await askTheTime(tx) });
}

/** Silence counts as a refusal. */
export const onConsentRang: OnAlarm = async (tx, { alarm, held, settings }) => {
  const ask = await findAsk(tx, held.id);
  if (!ask || ask.id !== (alarm.aboutId as string)) return;
  const stays = isWith(held, ask.fromAgent);
  await endAsk(tx, held, stays ? 'silent' : 'over');
  if (!stays) return;
  await stay(tx, held, { because: 'customer-silent', by: ask.by, wanted: wantedOf(ask, settings.policy) });
};

const isWith = ({ state, agentId }: HeldConversation, asker: AgentId): boolean =>
  (state === 'assigned' || state === 'with-customer') && agentId === asker;

type Staying = { because: 'customer-refused' | 'customer-silent'; by: AgentId; wanted: string };

/** The agent keeps it, and the supervisor on duty is asked what to do. */
export async function stay(tx: Tx, held: HeldConversation, { because, by, wanted }: Staying): Promise<void> {
  await note(tx, held, { what: 'transfer-refused', because, by });
  await openConsult(tx, held, {
    kind: 'transfer-refused',
    wanted,
    because: { code: because, values: {} },
    by: { id: by },
  });
}

type Said = { what: string; because: string; by: AgentId };

async function note(tx: Tx, held: HeldConversation, { what, because, by }: Said): Promise<void> {
  held.version += 1;
  await saveHeld(tx, held);
  await insertEvents(tx, [{ conversationId: held.id, what, agentId: by, because: { code: because, values: {} } }]);
}

type Wanted = { to: TransferTo; why?: string | null | undefined; summary?: string | null | undefined };

/** What the supervisor reads: where it was to go, why, and the summary. */
export function wantedOf({ to, why, summary }: Wanted, policy: PolicyV1): string {
  const queue = 'queue' in to ? policy.queues.find(({ code }) => code === to.queue) : undefined;
  const target = queue ? `→ ${queue.name.en} / ${queue.name.zh}` : null;
  return [target, why, summary].filter((part) => part).join('\n') || '—';
}
