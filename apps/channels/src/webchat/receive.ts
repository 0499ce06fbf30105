/** The visitors' socket at `/chat/live`: nothing is joined or sent before somebody was let in. */
import { ChatSeen, type ChatWelcome, type ReasonCode, sayReason } from '@trunkline/contracts';
import { Server, type Socket } from 'socket.io';
import type { Desk, Receiving } from '../channel.ts';
import { admitVisitor, type Visitor } from './admit-visitor.ts';
import { type ChatRoom, roomOf, type Tab } from './chat-room.ts';
import { lastSequence, noteSeen } from './chats.store.ts';
import type { WebchatConfig } from './config.ts';
import { languageOf } from './language-of.ts';
import { type TakeSay, takingSay } from './take-say.ts';
import { tellHours } from './tell-hours.ts';

const frameMaxBytes = 64 * 1024;
const helloMs = 5_000;
/** A tab that knows nothing yet is shown this many of the last lines. */
const shownAtFirst = 200;
const typingEachMs = 2_000;
/** Gathered this long: a word may be on a screen a moment before its sending is recorded, and is not read earlier. */
const seenEachMs = 250;

type Door = { desk: Desk<WebchatConfig>; room: ChatRoom; takeSay: TakeSay };

export async function receive(desk: Desk<WebchatConfig>): Promise<Receiving> {
  const door: Door = { desk, room: roomOf(desk), takeSay: takingSay(desk) };
  const server = new Server(desk.http, {
    path: '/chat/live',
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: frameMaxBytes,
    connectTimeout: helloMs,
    pingInterval: 10_000,
    pingTimeout: 5_000,
  });
  server.use((socket, next) => {
    letIn(socket, desk).then(
      (refusal) => next(refusal),
      () => next(refusalOf('try-again', languageOf(socket.handshake.auth))),
    );
  });
  server.on('connection', (socket) => open(socket, door));
  return {
    async stop() {
      server.disconnectSockets(true);
      server.removeAllListeners();
      server.engine.close();
      await door.room.close();
    },
  };
}

/** What the middleware found out is the socket's, and nobody else can set it. */
const admitted = (socket: Socket) => socket.data as { visitor: Visitor; last: number };

async function letIn(socket: Socket, desk: Desk<WebchatConfig>): Promise<Error | undefined> {
  const { auth, headers } = socket.handshake;
  const admission = await admitVisitor(auth, { origin: headers.origin, now: new Date() }, desk.config);
  if (admission.kind === 'refused')
    return refusalOf(admission.because, admission.language, { detail: admission.detail ?? '' });
  const { visitor } = admission;
  const last = await lastSequence(desk.postgres, { account: visitor.site.site, address: visitor.from.address });
  socket.data = { visitor, last };
  return undefined;
}

function open(socket: Socket, { desk, room, takeSay }: Door): void {
  const { visitor, last } = admitted(socket);
  const whose = { account: visitor.site.site, address: visitor.from.address };
  const tab: Tab = {
    ...whose,
    last: firstMissing(visitor.after, last),
    send: (line) => socket.emit('line', line),
    typing: () => socket.volatile.emit('typing'),
  };
  const welcome: ChatWelcome = {
    visitor: visitor.token,
    desk: tellHours(visitor, desk.settings.policy, Date.now()),
    last,
  };
  socket.emit('welcome', welcome);
  room.enter(tab);
  const ending = visitor.until && setTimeout(() => socket.disconnect(true), visitor.until.getTime() - Date.now());
  socket.on('disconnect', () => {
    room.leave(tab);
    clearTimeout(ending ?? undefined);
  });
  socket.on('say', async (frame: unknown, acknowledge: unknown) => {
    const ack = await takeSay(visitor, frame);
    if (typeof acknowledge === 'function') acknowledge(ack);
    if (!ack.ok) return;
    room.moved(whose);
    desk.fleeting.send('chat.moved', topicKey(whose.address), { channel: 'webchat', ...whose });
  });
  let seenLast: unknown;
  let noting: NodeJS.Timeout | undefined;
  socket.on('seen', (frame: unknown) => {
    seenLast = frame;
    if (noting) return;
    noting = setTimeout(() => {
      noting = undefined;
      noteRead(desk, whose, seenLast).catch(() => undefined); // said again with the next line
    }, seenEachMs);
  });
  let typedAt = 0;
  socket.on('typing', () => {
    if (Date.now() - typedAt < typingEachMs) return;
    typedAt = Date.now();
    const typing = { channel: 'webchat', ...whose, who: 'customer' as const, conversationId: null };
    desk.fleeting.send('typing.started', topicKey(whose.address), typing);
  });
}

async function noteRead(desk: Desk<WebchatConfig>, whose: { account: string; address: string }, frame: unknown) {
  const seen = ChatSeen.safeParse(frame);
  if (!seen.success) return;
  await desk.postgres.transaction(async (tx) => {
    const words = await noteSeen(tx, whose, seen.data.sequence);
    if (words.length > 0) await desk.wereRead(tx, words);
  });
}

/** A tab that claims to have more than there is comes from before a restore: it is shown all again. */
function firstMissing(after: number, last: number): number {
  if (after === 0 || after > last) return Math.max(0, last - shownAtFirst);
  return after;
}

const topicKey = (address: string) => `webchat:${address}`;

function refusalOf(because: ReasonCode, language: 'en' | 'zh', values: Record<string, string> = {}): Error {
  return Object.assign(new Error(because), { data: { reason: because, detail: sayReason(because, language, values) } });
}
