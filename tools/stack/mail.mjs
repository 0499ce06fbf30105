/** GreenMail: a real SMTP and IMAP server whose mail lives in memory only (a restart is a new UIDVALIDITY). */
import { connect } from 'node:net';
import { join } from 'node:path';
import { connect as connectEncrypted } from 'node:tls';
import { certificatesOf, isEncrypted, wordOf } from './make-certificates.mjs';
import { waitFor } from './wait-for.mjs';

const customers = ['alice', 'bob', 'carol', 'li.wei', ...Array.from({ length: 10 }, (_, at) => `c${at + 1}`)];
/** The desk's own mailbox, and one for each further house that shares this stack (`tools/house/move-in.mjs`). */
const desks = ['support', ...Array.from({ length: 16 }, (_, at) => `support-${at + 1}`)];
const usersOf = (place) => [
  ...desks.map((name) => `${name}:${deskWord(place)}@desk.test`),
  ...customers.map((name) => `${name}:secret@customer.test`),
];
/** In production no desk opens its mailbox by a word that everybody knows. */
const deskWord = (place) => (isEncrypted() ? wordOf(place) : 'secret');

const s = () => (isEncrypted() ? 's' : '');
const host = () => (isEncrypted() ? 'localhost' : '127.0.0.1');
const keyStore = (place) => [
  `greenmail.tls.keystore.file=${certificatesOf(place).store}`,
  `greenmail.tls.keystore.password=${wordOf(place)}`,
  `greenmail.tls.key.password=${wordOf(place)}`,
];

export const mail = {
  name: 'mail',
  gives: ['IMAP_URL', 'SMTP_URL'],
  needsJava: true,
  ports: { smtp: 'TRUNKLINE_SMTP_PORT', imap: 'TRUNKLINE_IMAP_PORT' },
  dataFolder: () => null,
  env: ({ smtp, imap }, place) => ({
    IMAP_URL: `imap${s()}://support%40desk.test:${deskWord(place)}@${host()}:${imap}`,
    SMTP_URL: `smtp${s()}://${host()}:${smtp}`,
    ...(isEncrypted() ? { NODE_EXTRA_CA_CERTS: certificatesOf(place).ca } : {}),
  }),
  address: ({ smtp, imap }) => `smtp 127.0.0.1:${smtp}, imap 127.0.0.1:${imap}`,

  async start(place, { ports, log }) {
    const options = [
      `greenmail.smtp${s()}.hostname=127.0.0.1`,
      `greenmail.smtp${s()}.port=${ports.smtp}`,
      `greenmail.imap${s()}.hostname=127.0.0.1`,
      `greenmail.imap${s()}.port=${ports.imap}`,
      ...(isEncrypted() ? keyStore(place) : []),
      `greenmail.users=${usersOf(place).join(',')}`,
      'greenmail.users.login=email',
      // Without it a mail to support+<token>@desk.test lands in a mailbox of its own.
      'greenmail.sieve.ignore.detail=true',
    ];
    const jar = join(place.jars, 'mail/greenmail-standalone-2.1.8.jar');
    const lean = ['-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
    const args = [...lean, ...options.map((one) => `-D${one}`), '-jar', jar];
    const child = place.house.launch({ name: 'mail', command: place.java, args, log });
    await waitFor(() => greets(ports.smtp, '220 '), { child });
    await waitFor(() => greets(ports.imap, '* OK'), { child });
    return child;
  },
};

/** Whether a server's first words on this port are the expected ones. */
function greets(port, words) {
  return new Promise((resolve) => {
    // whether it is the right server is asked by who speaks with it
    const how = { host: '127.0.0.1', port, rejectUnauthorized: false };
    const socket = isEncrypted() ? connectEncrypted(how) : connect(how);
    const answer = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(2000, () => answer(false));
    socket.once('error', () => answer(false));
    socket.once('data', (text) => answer(text.toString().startsWith(words)));
    socket.once('close', () => answer(false));
  });
}
