/** Keeps one socket to the desk: joins with the visitor's token, resumes after the last line, comes back by itself. */
import type {
  ChatAck,
  ChatDone,
  ChatHello,
  ChatLeave,
  ChatLine,
  ChatPlace,
  ChatSay,
  ChatTrail,
  ChatWelcome,
} from '@trunkline/contracts';
import { io, type Socket } from 'socket.io-client';

export type Hears = {
  welcome(welcome: ChatWelcome): void;
  line(line: ChatLine): void;
  typing(): void;
  place(place: ChatPlace): void;
  lost(): void;
  /** The desk said no; `detail` is its sentence. */
  turnedAway(reason: string, detail: string): void;
};

export type Link = {
  /** Answers once the desk has committed it; null when nobody knows, and it has to be said again. */
  say(frame: ChatSay): Promise<ChatAck | null>;
  leaveWords(frame: ChatLeave): Promise<ChatDone | null>;
  transcript(email: string): Promise<ChatDone | null>;
  trail(frame: ChatTrail): Promise<ChatDone | null>;
  seen(sequence: number): void;
  typing(): void;
  /** Joins anew, as whoever the page says the visitor is by now. */
  joinAgain(): void;
  leave(): void;
};

/** After an outage of the desk all its visitors come back: spread over this time, so that it is not run over. */
const spreadMs = 10_000;
const ackMs = 10_000;
/** A refusal may pass: a token is renewed by the host page, a site is set up. */
const refusedMs = 60_000;

export type Where = { server: string; hello: () => Promise<ChatHello>; jitter?: () => number };

export function connect({ server, hello, jitter = Math.random }: Where, hears: Hears): Link {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasLeft = false;
  const socket: Socket = io(server, {
    path: '/chat/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: (give) => void hello().then(give, () => give({})),
  });
  const comeBack = (waitMs: number) => {
    clearTimeout(timer);
    if (!hasLeft) timer = setTimeout(() => socket.connect(), waitMs);
  };
  socket.on('welcome', hears.welcome);
  socket.on('line', (line: ChatLine, got?: () => void) => {
    hears.line(line);
    got?.();
  });
  socket.on('place', hears.place);
  socket.on('typing', hears.typing);
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    hears.lost();
    comeBack(jitter() * spreadMs);
  });
  socket.on('connect_error', (error: Error & { data?: { reason?: string; detail?: string; seconds?: number } }) => {
    const refusal = error.data?.detail;
    const { reason, seconds = 0 } = error.data ?? {};
    const isBusy = reason === 'try-again' || reason === 'too-many';
    if (refusal && !isBusy) hears.turnedAway(reason ?? '', refusal);
    else hears.lost();
    comeBack(refusal && !isBusy ? refusedMs : seconds * 1_000 + jitter() * spreadMs);
  });
  return {
    say: (frame) => askFor<ChatAck>(socket, 'say', frame),
    leaveWords: (frame) => askFor(socket, 'leave', frame),
    transcript: (email) => askFor(socket, 'transcript', { email }),
    trail: (frame) => askFor(socket, 'trail', frame),
    seen: (sequence) => void socket.emit('seen', { sequence }),
    typing: () => void socket.volatile.emit('typing'),
    joinAgain() {
      socket.disconnect();
      clearTimeout(timer);
      socket.connect();
    },
    leave() {
      hasLeft = true;
      clearTimeout(timer);
      socket.disconnect();
    },
  };
}

async function askFor<Answer = ChatDone>(socket: Socket, name: string, frame: unknown): Promise<Answer | null> {
  if (!socket.connected) return null;
  try {
    return await socket.timeout(ackMs).emitWithAck(name, frame);
  } catch {
    return null;
  }
}
