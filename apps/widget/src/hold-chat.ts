/** Holds the chat for the panel: its state, its link to the desk, and what is still to be sent, one after another. */
import type { ChatHello } from '@trunkline/contracts';
import { type Chat, type ChatEvent, newChat, nextChat } from './chat-state.ts';
import { connect, type Link } from './connect.ts';
import type { Memory } from './memory.ts';
import { newTxnId } from './new-txn-id.ts';
import type { Settings } from './settings.ts';
import { forgetUnsent, keepUnsent, readUnsent } from './unsent.ts';
import { whoIsIt } from './who-is-it.ts';

export type HeldChat = {
  now(): Chat;
  onChange(run: (chat: Chat) => void): void;
  say(text: string): void;
  sayAgain(txnId: string): void;
  withdraw(txnId: string): void;
  read(sequence: number): void;
  typing(): void;
};

const typingShownMs = 6000;
const typingSaidEachMs = 3000;
const busyMs = 3000;

export function holdChat(settings: Settings, memory: Memory): HeldChat {
  let whose = whoIsIt(typeof settings.jwt() === 'string' ? (settings.jwt() as string) : undefined);
  let chat = newChat(readUnsent(memory, whose), readToOf(memory, whose));
  let isSending = false;
  let typingUntil: ReturnType<typeof setTimeout> | undefined;
  let typingSaidAt = 0;
  const listeners = new Set<(chat: Chat) => void>();

  const change = (event: ChatEvent) => {
    chat = nextChat(chat, event);
    for (const run of listeners) run(chat);
  };

  const hello = async (): Promise<ChatHello> => {
    const jwt = await askForJwt(settings);
    const isNow = whoIsIt(jwt);
    if (isNow !== whose) {
      whose = isNow;
      change({ kind: 'somebody-else', unsent: readUnsent(memory, whose), readTo: readToOf(memory, whose) });
    }
    const visitor = memory.read('visitor');
    return {
      site: settings.site,
      language: settings.language,
      after: chat.cursor,
      ...(visitor ? { visitor } : {}),
      ...(jwt ? { jwt } : {}),
    };
  };

  const link: Link = connect(
    { server: settings.server, hello },
    {
      welcome(welcome) {
        memory.write('visitor', welcome.visitor);
        change({ kind: 'welcomed', welcome });
        void sendOn();
      },
      line(line) {
        if (line.txnId) forgetUnsent(memory, whose, line.txnId);
        change({ kind: 'line', line });
      },
      typing() {
        change({ kind: 'typing', isTyping: true });
        clearTimeout(typingUntil);
        typingUntil = setTimeout(() => change({ kind: 'typing', isTyping: false }), typingShownMs);
      },
      lost: () => change({ kind: 'lost' }),
      turnedAway(reason, detail) {
        if (reason === 'wrong-token' && whose === 'visitor' && memory.read('visitor')) {
          memory.write('visitor', null); // keys of long ago: better a new visitor than none
          link.joinAgain();
        } else change({ kind: 'turned-away', detail });
      },
    },
  );

  /** One at a time, so that they arrive in the order they were written. */
  async function sendOn(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let next = firstWaiting(chat); next && chat.link === 'open'; next = firstWaiting(chat)) {
      const { txnId, text } = next;
      const ack = await link.say({ txnId, text });
      if (ack?.ok) {
        forgetUnsent(memory, whose, txnId);
        change({ kind: 'confirmed', txnId, sequence: ack.sequence, at: ack.at });
      } else if (ack && ack.reason !== 'too-many' && ack.reason !== 'try-again') {
        change({ kind: 'refused', txnId, detail: ack.detail });
      } else if (chat.link === 'open') {
        await new Promise((resume) => setTimeout(resume, busyMs));
      }
    }
    isSending = false;
  }

  return {
    now: () => chat,
    onChange: (run) => void listeners.add(run),
    say(text) {
      const unsent = { txnId: newTxnId(), text, at: new Date().toISOString() };
      keepUnsent(memory, whose, unsent);
      memory.write('talked', '1');
      change({ kind: 'said', unsent });
      void sendOn();
    },
    sayAgain(txnId) {
      const line = chat.unsent.find((it) => it.txnId === txnId);
      if (!line) return;
      change({ kind: 'said', unsent: { txnId, text: line.text, at: line.at } });
      void sendOn();
    },
    withdraw(txnId) {
      forgetUnsent(memory, whose, txnId);
      change({ kind: 'withdrawn', txnId });
    },
    read(sequence) {
      if (sequence <= chat.readTo) return;
      memory.write(`read.${whose}`, String(sequence));
      change({ kind: 'read', sequence });
      link.seen(sequence);
    },
    typing() {
      if (chat.link !== 'open' || Date.now() - typingSaidAt < typingSaidEachMs) return;
      typingSaidAt = Date.now();
      link.typing();
    },
  };
}

function firstWaiting(chat: Chat) {
  return chat.unsent.find((it) => !it.refused);
}

function readToOf(memory: Memory, whose: string): number {
  return Number(memory.read(`read.${whose}`)) || 0;
}

async function askForJwt({ jwt }: Settings): Promise<string | undefined> {
  const given = jwt();
  return typeof given === 'function' ? given() : given;
}
