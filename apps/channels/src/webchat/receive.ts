/** The visitors' socket at `/chat/live`: nothing is joined or sent before somebody was let in. */
import { ChatSeen, type ReasonCode, sayReason } from '@trunkline/contracts';
import { Server, type Socket } from 'socket.io';
import type { Desk, Receiving } from '../channel.ts';
import { admitVisitor, type Visitor } from './admit-visitor.ts';
import { type ChatRoom, roomOf, type Tab } from './chat-room.ts';
import { type Known, noteReached, type Reached, readKnown } from './chats.store.ts';
import type { WebchatConfig } from './config.ts';
import { keepPace } from './keep-pace.ts';
import { languageOf } from './language-of.ts';
import { mailingTranscript } from './mail-transcript.ts';
import { sayWhoIsHere, sayWhoLeft, sayWhoVanished } from './say-who-left.ts';
import { shedJoins } from './shed-joins.ts';
import { takingLeave } from './take-leave.ts';
import { takingSay } from './take-say.ts';
import { type TakeTrail, takingTrail } from './take-trail.ts';
import { type TellPlaces, tellPlaces, type Waiting } from './tell-places.ts';
import { tellWelcome } from './tell-welcome.ts';

const frameMaxBytes = 64 * 1024;
const helloMs = 5_000;
/** A tab that knows nothing yet is shown this many of the last lines. */
const shownAtFirst = 200;
const typingEachMs = 2_000;
/** Gathered this long: a word may be on a screen a moment before its sending is recorded, and is not read earlier. */
const seenEachMs = 250;
const hereEachMs = 20_000;
/** After an outage all visitors come back at once: more than this are asked to come a little later. */
const joins = { most: 200, withinMs: 1_000 };
const knownFrames = new Set(['say', 'seen', 'typing', 'leave', 'transcript', 'trail']);
const strangeFrames = { most: 20, withinMs: 10_000 };

type Asks = Record<'say' | 'leave' | 'transcript' | 'trail', (visitor: Visitor, frame: unknown) => Promise<unknown>>;
type Door = {
  desk: Desk<WebchatConfig>;
  room: ChatRoom;
  asks: Omit<Asks, 'trail'>;
  trail: TakeTrail;
  places: TellPlaces;
  isStrange: ReturnType<typeof keepPace>;
};

export async function receive(desk: Desk<WebchatConfig>): Promise<Receiving> {
  const door: Door = {
    desk,
    room: roomOf(desk),
    asks: { say: takingSay(desk), leave: takingLeave(desk), transcript: mailingTranscript(desk) },
    trail: takingTrail(desk),
    places: tellPlaces(desk),
    isStrange: keepPace(strangeFrames),
  };
  const mayJoin = shedJoins(joins);
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
    const join = mayJoin(Date.now());
    if (join.kind === 'too-many') {
      const { seconds } = join;
      return next(refusalOf('too-many', languageOf(socket.handshake.auth), { seconds }));
    }
    letIn(socket, desk).then(
      (refusal) => next(refusal),
      () => next(refusalOf('try-again', languageOf(socket.handshake.auth))),
    );
  });
  server.on('connection', (socket) => open(socket, door));
  // nobody may be reached for a while: then all are said to be here before anybody counts as gone
  const looking = setInterval(() => {
    void sayWhoIsHere(desk.postgres, door.room.open())
      .then(() => sayWhoVanished(desk.postgres))
      .catch(() => undefined);
  }, hereEachMs).unref();
  return {
    moveOn(withinMs) {
      for (const socket of server.sockets.sockets.values())
        setTimeout(() => socket.conn.close(), Math.random() * withinMs);
    },
    async stop() {
      clearInterval(looking);
      server.removeAllListeners();
      server.engine.close(); // nobody is told to leave: a tab comes back by itself
      door.trail.stop();
      door.places.stop();
      await door.room.close();
    },
  };
}

/** What the middleware found out is the socket's, and nobody else can set it. */
const admitted = (socket: Socket) => socket.data as { visitor: Visitor; known: Known };

async function letIn(socket: Socket, desk: Desk<WebchatConfig>): Promise<Error | undefined> {
  const { auth, headers } = socket.handshake;
  const admission = await admitVisitor(auth, { origin: headers.origin, now: new Date() }, desk.config);
  if (admission.kind === 'refused')
    return refusalOf(admission.because, admission.language, { detail: admission.detail ?? '' });
  const { visitor } = admission;
  const known = await readKnown(desk.postgres, { account: visitor.site.site, address: visitor.from.address });
  socket.data = { visitor, known };
  return undefined;
}

function open(socket: Socket, door: Door): void {
  const { desk, room, places, trail } = door;
  const { visitor, known } = admitted(socket);
  const whose = { account: visitor.site.site, address: visitor.from.address };
  const got = reaching(desk, whose, 'got');
  const tab: Tab = {
    ...whose,
    last: firstMissing(visitor.after, known.last),
    send: (line) => socket.emit('line', line, () => got(line.sequence)),
    typing: () => socket.volatile.emit('typing'),
  };
  const waiting: Waiting = {
    ...whose,
    visitor,
    hasSpoken: known.last > 0,
    tell: (place) => socket.emit('place', place),
  };
  socket.emit('welcome', tellWelcome(visitor, known, desk));
  room.enter(tab);
  places.enter(waiting);
  const ending = visitor.until && setTimeout(() => socket.disconnect(true), visitor.until.getTime() - Date.now());
  void sayWhoIsHere(desk.postgres, [whose]).catch(() => undefined);
  const here = setInterval(() => void trail.here(visitor, true).catch(() => undefined), hereEachMs).unref();
  socket.on('disconnect', () => {
    room.leave(tab);
    places.leave(waiting);
    clearTimeout(ending ?? undefined);
    clearInterval(here);
    void trail.here(visitor, false).catch(() => undefined);
    if (!room.isOpen(whose)) void sayWhoLeft(desk.postgres, whose).catch(() => undefined);
  });
  hear(socket, door, { whose, waiting });
}

type Stands = { whose: { account: string; address: string }; waiting: Waiting };

function hear(socket: Socket, { desk, room, asks, trail, isStrange }: Door, { whose, waiting }: Stands): void {
  const { visitor } = admitted(socket);
  const { address: ip, headers, auth } = socket.handshake;
  const seenOf = { ip, agent: headers['user-agent'], tongue: String(auth.language ?? '').slice(0, 35) || null };
  const seen = reaching(desk, whose, 'seen');
  const answer = (frame: keyof Asks, ask: (frame: unknown) => Promise<unknown>) =>
    socket.on(frame, async (said: unknown, acknowledge: unknown) => {
      const ack = await ask(said).catch(() => refusedAck('try-again', visitor.language));
      if (typeof acknowledge === 'function') acknowledge(ack);
    });
  const moved = () => {
    room.moved(whose);
    desk.fleeting.send('chat.moved', topicKey(whose.address), { channel: 'webchat', ...whose });
  };
  answer('say', async (frame) => {
    const ack = (await asks.say(visitor, frame)) as { ok: boolean };
    if (!ack.ok) return ack;
    waiting.hasSpoken = true;
    moved();
    return ack;
  });
  answer('leave', (frame) => asks.leave(visitor, frame));
  answer('transcript', async (frame) => {
    const done = (await asks.transcript(visitor, frame)) as { ok: boolean };
    if (done.ok) moved();
    return done;
  });
  answer('trail', (frame) => trail.take(visitor, seenOf, frame));
  socket.on('seen', (frame: unknown) => {
    const { success, data } = ChatSeen.safeParse(frame);
    if (success) seen(data.sequence);
  });
  let typedAt = 0;
  socket.on('typing', () => {
    if (Date.now() - typedAt < typingEachMs) return;
    typedAt = Date.now();
    const typing = { channel: 'webchat', ...whose, who: 'customer' as const, conversationId: null };
    desk.fleeting.send('typing.started', topicKey(whose.address), typing);
  });
  // what nobody here understands is answered where an answer is asked for, and not listened to for ever
  socket.onAny((name: string, ...rest: unknown[]) => {
    if (knownFrames.has(name)) return;
    const acknowledge = rest.at(-1);
    if (typeof acknowledge === 'function') acknowledge(refusedAck('bad-request', visitor.language));
    if (isStrange(socket.id, Date.now()).kind === 'too-many') socket.disconnect(true);
  });
}

const refusedAck = (reason: ReasonCode, language: 'en' | 'zh') => ({
  ok: false,
  reason,
  detail: sayReason(reason, language, { detail: 'this frame is not known' }),
});

/** Gathers how far a tab is, and says it once for all of a moment. */
function reaching(desk: Desk<WebchatConfig>, whose: { account: string; address: string }, by: Reached) {
  let furthest = 0;
  let noting: NodeJS.Timeout | undefined;
  return (sequence: number) => {
    furthest = Math.max(furthest, sequence);
    if (noting) return;
    noting = setTimeout(() => {
      noting = undefined;
      noteFurther(desk, whose, { by, sequence: furthest }).catch(() => undefined); // said again with the next line
    }, seenEachMs);
  };
}

async function noteFurther(
  desk: Desk<WebchatConfig>,
  whose: { account: string; address: string },
  to: { by: Reached; sequence: number },
): Promise<void> {
  await desk.postgres.transaction(async (tx) => {
    const words = await noteReached(tx, whose, to);
    if (words.length === 0) return;
    if (to.by === 'got') await desk.wereDelivered(tx, words);
    else await desk.wereRead(tx, words);
  });
}

/** A tab that claims to have more than there is comes from before a restore: it is shown all again. */
function firstMissing(after: number, last: number): number {
  if (after === 0 || after > last) return Math.max(0, last - shownAtFirst);
  return after;
}

const topicKey = (address: string) => `webchat:${address}`;

/** `seconds`: when to come back, where that is known. */
function refusalOf(because: ReasonCode, language: 'en' | 'zh', values: Record<string, string | number> = {}): Error {
  const detail = sayReason(because, language, values);
  const { seconds } = values;
  return Object.assign(new Error(because), { data: { reason: because, detail, ...(seconds ? { seconds } : {}) } });
}
