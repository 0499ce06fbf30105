/** For the exam: a visitor's browser on its socket. What waits for a lost line is said again by socket.io itself. */
import type { ChatAck } from '@trunkline/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Examinee, Outcome } from '../examinee-for-specs.ts';

const origin = 'https://exam.test';

export const examinee: Examinee = {
  settings: () => ({
    WEBCHAT_SITES: JSON.stringify([{ site: 'exam', origins: [origin] }]),
    WEBCHAT_VISITOR_KEYS: `exam:${'A'.repeat(43)}`,
  }),
  account: 'exam',
  to: 'v:exam',
  fact: 'message.received',
  read: ({ text }) => text as string,
  async open({ url }) {
    const sockets = new Map<number, Socket>();
    const socketOf = (customer: number) => {
      const known = sockets.get(customer);
      if (known) return known;
      let visitor: string | undefined;
      const socket = io(url(), {
        path: '/chat/live',
        transports: ['websocket'],
        forceNew: true,
        reconnectionDelay: 100,
        reconnectionDelayMax: 200,
        auth: (give) => give({ site: 'exam', visitor }),
        extraHeaders: { origin },
      });
      socket.on('welcome', (welcome: { visitor: string }) => {
        visitor = welcome.visitor;
      });
      // as the bubble does when the service leaves
      socket.on('disconnect', (why) => {
        if (why === 'io server disconnect') socket.connect();
      });
      sockets.set(customer, socket);
      return socket;
    };
    return {
      async say({ customer, id, text }) {
        const ack: ChatAck = await socketOf(customer).timeout(5_000).emitWithAck('say', { txnId: id, text });
        return outcomeOf(ack);
      },
      close: async () => {
        for (const socket of sockets.values()) socket.disconnect();
      },
    };
  },
  tooLong: 11_000,
  empty: 'nothing-to-send',
  oversize: 'too-large',
};

const outcomeOf = (ack: ChatAck): Outcome => (ack.ok ? { taken: true } : { taken: false, reason: ack.reason });
