/** Holds the chat for the panel: its state, its link to the desk, and what is still to be sent, one after another. */
import type { Attachment, ChatDone, ChatHello } from '@trunkline/contracts';
import { carryFiles, type Putting } from './carry-files.ts';
import { type Chat, type ChatEvent, newChat, nextChat } from './chat-state.ts';
import { connect, type Link } from './connect.ts';
import { keepTrail } from './keep-trail.ts';
import type { Memory } from './memory.ts';
import { newTxnId } from './new-txn-id.ts';
import type { Settings } from './settings.ts';
import { forgetUnsent, keepUnsent, readUnsent } from './unsent.ts';
import { whoIsIt } from './who-is-it.ts';

export type HeldChat = {
  now(): Chat;
  onChange(run: (chat: Chat) => void): void;
  say(text: string, beside?: Said): void;
  putUp(file: File, onProgress: (part: number) => void): Putting;
  fetchFile(file: Attachment): Promise<Blob | null>;
  leaveWords(words: { name: string; email: string; text: string }): Promise<ChatDone | null>;
  mailTranscript(email: string): Promise<ChatDone | null>;
  setForm(form: Record<string, string>): void;
  hasForm(): boolean;
  sayAgain(txnId: string): void;
  withdraw(txnId: string): void;
  joinAgain(): void;
  read(sequence: number): void;
  typing(): void;
};

type Said = { files?: Attachment[]; chosen?: string };

const typingShownMs = 6000;
const typingSaidEachMs = 3000;
const busyMs = 3000;

export function holdChat(settings: Settings, memory: Memory): HeldChat {
  let whose = whoIsIt(typeof settings.jwt() === 'string' ? (settings.jwt() as string) : undefined);
  let chat = newChat(readUnsent(memory, whose), readToOf(memory, whose));
  let isSending = false;
  let typingUntil: ReturnType<typeof setTimeout> | undefined;
  let typingSaidAt = 0;
  let form: Record<string, string> | undefined;
  let leaving = newTxnId();
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
      form = undefined;
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
        trail.joined();
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
      place: (place) => change({ kind: 'placed', place }),
      lost: () => change({ kind: 'lost' }),
      turnedAway(reason, detail) {
        if (reason === 'wrong-token' && whose === 'visitor' && memory.read('visitor')) {
          memory.write('visitor', null); // keys of long ago: better a new visitor than none
          link.joinAgain();
        } else change({ kind: 'turned-away', detail });
      },
    },
  );

  const trail = keepTrail(settings, (frame) => link.trail(frame));

  /** One at a time, so that they arrive in the order they were written. */
  async function sendOn(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let next = firstWaiting(chat); next && chat.link === 'open'; next = firstWaiting(chat)) {
      const { at: _at, refused: _refused, ...frame } = next;
      const { txnId } = frame;
      const ack = await link.say(frame);
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
    say(text, beside = {}) {
      const unsent = {
        txnId: newTxnId(),
        text,
        at: new Date().toISOString(),
        ...beside,
        ...(form ? { form } : {}),
      };
      form = undefined;
      keepUnsent(memory, whose, unsent);
      memory.write('talked', '1');
      change({ kind: 'said', unsent });
      void sendOn();
    },
    sayAgain(txnId) {
      const line = chat.unsent.find((it) => it.txnId === txnId);
      if (!line) return;
      const { refused: _refused, ...unsent } = line;
      change({ kind: 'said', unsent });
      void sendOn();
    },
    ...carryFiles(settings.server, () => chat.welcome?.pass ?? ''),
    async leaveWords(words) {
      const done = await link.leaveWords({ txnId: leaving, ...words });
      if (done?.ok) leaving = newTxnId();
      return done;
    },
    mailTranscript: (email) => link.transcript(email),
    setForm(answers) {
      form = answers;
      change({ kind: 'read', sequence: chat.readTo });
    },
    hasForm: () => form !== undefined,
    joinAgain: () => link.joinAgain(),
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
