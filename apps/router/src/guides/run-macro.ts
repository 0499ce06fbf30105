/** Runs a macro: its steps one after the other by the ordinary orders; the first refusal ends it, with its reason. */
import type { MacroRun, MacroStep } from '@trunkline/contracts';
import { Refusal, refuse } from '@trunkline/platform';
import { spokenIn } from '@trunkline/rules';
import { handOver } from '../departments/hand-over.ts';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { reply } from '../desk/reply.ts';
import { resolve } from '../desk/resolve.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { transfer } from '../desk/transfer.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { openTicketIn } from '../tickets/open-ticket.ts';
import { findTicket } from '../tickets/tickets.store.ts';
import { relabel } from '../understand/relabel.ts';
import { demandVerified } from '../verify/demand-verified.ts';
import { showGuides } from './show-guides.ts';

type Run = GivenOrder & { macro: string; idempotencyKey: string | null };
/** `key`: of this step, so that one given twice is carried out once. */
type Step = { desk: GiveOrder; order: Pick<GivenOrder, 'by' | 'conversationId'>; name: string; key: string | null };

export async function runMacro(desk: GiveOrder, { macro: code, idempotencyKey, ...order }: Run): Promise<MacroRun> {
  const person = desk.person(order.by);
  const { macros } = await showGuides(desk, person, order.conversationId);
  const macro = macros.find((one) => one.code === code) ?? refuse('no-such-macro');
  await desk.held(order, async (tx, { conversation }) => {
    const what = { id: conversation.id, what: 'macros' } as const;
    if (macro.changesAccount) await demandVerified(tx, what, desk.settings.policy);
  });
  const name = macro.name[spokenIn(person.language, desk.settings.policy)];
  const steps: MacroRun['steps'] = [];
  for (const [nth, step] of macro.steps.entries()) {
    const isOver = steps.at(-1)?.state !== undefined && steps.at(-1)?.state !== 'done';
    const key = idempotencyKey && `macro ${idempotencyKey} ${nth}`;
    const by = { by: order.by, conversationId: order.conversationId };
    steps.push(
      isOver ? { act: step.act, state: 'not-tried', because: null } : await take(step, { desk, order: by, name, key }),
    );
  }
  const done = steps.filter(({ state }) => state === 'done').length;
  await note(desk, order, { name, done, all: steps.length });
  return { isWhole: done === steps.length, steps };
}

async function take(step: MacroStep, with_: Step): Promise<MacroRun['steps'][number]> {
  try {
    await carryOut(step, with_);
    return { act: step.act, state: 'done', because: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { act: step.act, state: 'refused', because: { code: error.code, values: error.values ?? {} } };
  }
}

async function carryOut(step: MacroStep, { desk, order, name, key }: Step): Promise<void> {
  const { language } = await showConversation(desk.postgres, order.conversationId);
  const spoken = spokenIn(language, desk.settings.policy);
  if (step.act === 'reply' || step.act === 'note') {
    const text = step.act === 'note' ? step.text : step.text[spoken];
    const does = step.act === 'note' ? 'write-note' : 'reply';
    await reply(desk, { ...order, does, message: { text, kind: step.act }, idempotencyKey: key });
  } else if (step.act === 'label') await relabel(desk, { ...order, does: 'label', label: step.label });
  else if (step.act === 'transfer')
    await transfer(desk, { ...order, does: 'transfer', transfer: { to: { queue: step.queue } } });
  else if (step.act === 'resolve') await resolve(desk, { ...order, does: 'resolve' });
  else await openTicket(step, { desk, order, name, key });
}

function openTicket(step: Extract<MacroStep, { act: 'ticket' }>, { desk, order, name }: Step): Promise<void> {
  const { kind, severity, department } = step;
  return desk.held({ ...order, does: 'open-ticket' }, async (tx, held) => {
    const subject = held.conversation.subject ?? name;
    const asked = {
      kind,
      severity,
      subject: subject.slice(0, 200),
      ownerId: held.person.id,
      department: null,
      complaint: null,
    };
    const id = await openTicketIn(tx, held, { asked, settings: desk.settings });
    if (!department) return;
    const { ticket } = (await findTicket(tx, id))!;
    const handing = { ticket, department, note: name, by: held.person.id, policy: desk.settings.policy };
    await handOver(tx, held.conversation, handing);
  });
}

/** After it ended, whoever has the conversation now: the line stands in the thread all the same. */
async function note(desk: GiveOrder, { by, conversationId }: GivenOrder, values: Record<string, string | number>) {
  const because = { code: 'macro-run', values };
  const agentId = desk.person(by).id;
  await desk.postgres.transaction((tx) => insertEvents(tx, [{ conversationId, what: 'macro-run', agentId, because }]));
}
