/** For the exam: mails in a real mailbox, and an SMTP server that takes ours as it is told. */
import type { Postgres } from '@trunkline/platform';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { type Answer, type Examinee, type ExamProvider, type Said } from '../examinee-for-specs.ts';
import { until } from '../given-channels.ts';

const { IMAP_URL = '', SMTP_URL = 'smtp://127.0.0.1:1' } = process.env;
const desk = 'support@desk.test';

export const examinee: Examinee = {
  provider: openServer,
  settings: ({ provider }) => ({ IMAP_URL, SMTP_URL: provider, MAIL_POLL_SECONDS: '1' }),
  account: desk,
  to: 'alice@customer.test',
  fact: 'message.received',
  read: ({ text, subject }) => `${subject}\n${text}`,
  async open({ postgres, restart }) {
    const { hostname, port } = new URL(SMTP_URL);
    const smtp = createTransport({ host: hostname, port: Number(port), ignoreTLS: true });
    const sent = new Set<string>();
    /** A server that lost its memory hands over everything again under new numbers. */
    const again = async () => {
      await postgres().query('UPDATE mailbox_cursor SET uid_validity = uid_validity - 1');
      await postgres().query(`UPDATE inbound_receipt SET provider_key = 'older:' || provider_key`);
      await restart();
    };
    let rereading: Promise<void> | undefined;
    return {
      async say(said) {
        if (sent.has(said.id)) {
          rereading ??= again().finally(() => (rereading = undefined));
          await rereading;
        } else await smtp.sendMail(mailOf(said));
        sent.add(said.id);
        await until(`the mail of ${said.id}`, () => isTakenIn(postgres(), said).catch(() => false), 30);
        return { taken: true };
      },
      close: async () => smtp.close(),
    };
  },
  // cut in the fact, kept in whole; beyond 25 MiB it is parked, which the mail server here does not live to see
  tooLong: 3 * 1024 * 1024,
  empty: 'taken',
  oversize: 'taken',
  takes: () => ({ status: 200, body: {} }),
};

const mailOf = ({ customer, id, text, at }: Said) => ({
  from: `Customer ${customer} <exam-${customer}@customer.test>`,
  to: desk,
  messageId: `<${id}@customer.test>`,
  subject: `Exam ${id}`,
  date: at,
  text,
});

/** Its receipt is there, and said. */
async function isTakenIn(postgres: Postgres, { id }: Said): Promise<boolean> {
  const sql = `SELECT 1 FROM outbox WHERE type = 'message.received' AND body LIKE $1`;
  return (await postgres.query(sql, [`%${id}%`])).length > 0;
}

/** 2xx takes it, 4xx but 429 is a 550, all else a 451; or it takes the whole mail and hangs up. */
async function openServer(): Promise<ExamProvider> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const answer: Answer = given.answers({ method: 'DATA', path: '', headers: {}, body });
        if (answer === 'cut') return hangUp(server, session);
        if (answer.status < 300) return done();
        const isRefused = answer.status < 500 && answer.status !== 429;
        return done(Object.assign(new Error('told so'), { responseCode: isRefused ? 550 : 451 }));
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as { port: number };
  const given: ExamProvider = {
    url: `smtp://127.0.0.1:${port}`,
    answers: () => ({ status: 200, body: {} }),
    close: () => new Promise((done) => server.close(() => done())),
  };
  return given;
}

function hangUp(server: SMTPServer, session: unknown): void {
  for (const client of server.connections as Set<{ session: unknown; _socket: { destroy(): void } }>)
    if (client.session === session) client._socket.destroy();
}
