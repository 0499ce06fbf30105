/** A visitor of our own on our own socket: says the words, stays until the answer is there, and sees it. */
import { type ChatAck, type ChatLine, type TestSent } from '@trunkline/contracts';
import { io } from 'socket.io-client';
import type { Desk, OwnTest } from '../channel.ts';
import { ownAddress } from '../own-address.ts';
import type { WebchatConfig } from './config.ts';
import { signVisitor, testVisitorId } from './sign-visitor.ts';

const staysMs = 120_000;

export async function writeToItself({ account, mark }: OwnTest, desk: Desk<WebchatConfig>): Promise<TestSent> {
  const visitor = signVisitor(account, testVisitorId, desk.config.visitorKeys);
  const socket = io(ownAddress(desk.http), {
    path: '/chat/live',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { site: account, visitor, after: 0 },
  });
  const leave = () => socket.disconnect();
  setTimeout(leave, staysMs).unref();
  socket.on('line', (line: ChatLine) => {
    if (line.from === 'customer') return;
    socket.emit('seen', { sequence: line.sequence });
    if (line.text.includes(mark)) setTimeout(leave, 2_000).unref(); // what was seen is gathered for a moment
  });
  try {
    await connected(socket);
    const ack = (await socket.timeout(9_000).emitWithAck('say', { txnId: mark, text: mark })) as ChatAck;
    if (ack.ok) return { kind: 'sent', isAnswered: true };
    leave();
    return { kind: 'failed', because: 'test-not-sent', detail: ack.detail };
  } catch (error) {
    leave();
    throw error;
  }
}

const connected = (socket: ReturnType<typeof io>) =>
  new Promise<void>((done, failed) => {
    socket.once('connect', done);
    socket.once('connect_error', failed);
  });
