/** Writes an agent's words: a reply goes to the customer, a note stays in the house. */
import { attachmentMaxBytes, type Message, type MessageId, type NewMessage } from '@trunkline/contracts';
import { answerOnce, faultPoint, type LiveSettings, refuse, type Tx } from '@trunkline/platform';
import { byHandChannel } from '../calls/heard-call.ts';
import { countAsContact } from '../complaints/count-as-contact.ts';
import { flagHeld, judgePromises } from '../complaints/hold-promise.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { markAnswered } from '../tickets/mark-answered.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { guardFiles } from '../verify/guard-files.ts';
import type { GivenOrder, GiveOrder, Held } from './give-order.ts';
import { leaveNote } from './leave-note.ts';
import { showMessage } from './list-messages.ts';
import { mustHold } from './must-hold.ts';

type Written = GivenOrder & { message: NewMessage; idempotencyKey: string | null };

export async function reply(desk: GiveOrder, written: Written): Promise<Message> {
  if (written.message.text.trim() === '') refuse('nothing-to-send');
  const bytes = (written.message.attachments ?? []).reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > attachmentMaxBytes) refuse('too-large', { limit: `${attachmentMaxBytes / 1024 / 1024} MiB` });
  const effect = (tx: Tx, held: Held) => store(tx, held, written.message, desk.settings);
  const done = await desk.held(written, async (tx, held) => {
    const stopped = await holdBack(tx, held, { written, settings: desk.settings });
    if (stopped) return { stopped };
    const id =
      written.idempotencyKey === null
        ? await effect(tx, held)
        : await answerOnce(tx, { person: written.by, key: written.idempotencyKey }, () => effect(tx, held));
    return { id };
  });
  if ('stopped' in done) return refuse('promise-not-allowed', done.stopped);
  faultPoint('reply.after-commit');
  return showMessage(desk, done.id);
}

type HeldBack = { written: Written; settings: LiveSettings };

/** A promise that may not be made: that it was held is kept, though nothing goes out. */
async function holdBack(tx: Tx, { conversation, person }: Held, { written, settings }: HeldBack) {
  if (written.message.kind === 'note') return null;
  const said = { text: written.message.text, policy: settings.policy };
  const stopped = await judgePromises(tx, conversation, said);
  if (stopped === null) return null;
  mustHold(conversation, person, settings);
  await flagHeld(tx, conversation, { by: person, stopped });
  return stopped;
}

async function store(tx: Tx, held: Held, message: NewMessage, settings: LiveSettings): Promise<MessageId> {
  const { conversation, person } = held;
  if (message.kind === 'note') return note(tx, held, message);
  const id = await answerIn(tx, conversation, { message, person, settings });
  await countAsContact(tx, conversation, { person, text: message.text });
  return id;
}

async function note(tx: Tx, held: Held, message: NewMessage): Promise<MessageId> {
  held.conversation.version += 1;
  await saveHeld(tx, held.conversation);
  return leaveNote(tx, held, message);
}

type Answer = { message: NewMessage; person: Held['person']; settings: LiveSettings };

/** Within an order that holds the conversation: whoever has it speaks to the customer. */
export async function answerIn(tx: Tx, conversation: HeldConversation, answer: Answer): Promise<MessageId> {
  const { message, person, settings } = answer;
  mustHold(conversation, person, settings);
  if (conversation.channel === byHandChannel) refuse('calls-carry-no-text');
  // notes and ticks raise the version too; only the customer's words make a writer look first
  if (message.seenVersion !== undefined && message.seenVersion < conversation.customerVersion) refuse('read-on-first');
  const wasWithAgent = conversation.state === 'assigned';
  conversation.version += 1;
  conversation.state = 'with-customer';
  if (wasWithAgent && !settings.policy.standards[conversation.standard].holdsRoom) {
    conversation.routingVersion += 1;
    await putInputs(tx, [
      {
        kind: 'room',
        conversationId: conversation.id,
        agentId: person.id,
        routingVersion: conversation.routingVersion,
        body: { holds: false },
      },
    ]);
  }
  const author = { agentId: person.id, name: person.name };
  const { text, attachments = [], template } = message;
  await guardFiles(tx, { id: conversation.id, attachments }, settings.policy);
  const instead = template === undefined ? {} : { template };
  const words = { kind: 'reply', spokenBy: 'agent', author, text, attachments, instead } as const;
  const id = await sendToCustomer(tx, conversation, words);
  await markAnswered(tx, { conversation, person }, id);
  return id;
}
