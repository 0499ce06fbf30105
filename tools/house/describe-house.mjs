/** Says where everything is: the record for programs (run.json) and the last block that a person reads. */
import { renameSync, writeFileSync } from 'node:fs';
import { addressOf, services } from './service-settings.mjs';
import { describeSlack, describeSms } from './tell-providers.mjs';

const customer = 'alice@customer.test';

/** The record of design §11. */
export function describeHouse({ env, ports, signIns, pids }) {
  const imap = env.IMAP_URL && mailbox(env.IMAP_URL);
  const smtp = env.SMTP_URL && new URL(env.SMTP_URL);
  const gateway = addressOf(ports, 'gateway');
  const channels = addressOf(ports, 'channels');
  return {
    ready: true,
    console: `${gateway}/`,
    api: gateway,
    widget: `${channels}/demo`,
    channels,
    services: Object.fromEntries(services.map((service) => [service, addressOf(ports, service)])),
    mail: { address: imap?.user, smtp: smtp && serverOf(smtp, 'smtps:', 25), imap },
    customerMail: { address: customer, imap: imap && { ...imap, user: customer, password: 'secret' } },
    kafka: env.KAFKA_BROKERS,
    // whom to trust where the links are encrypted
    ...(env.KAFKA_CA ? { ca: env.KAFKA_CA } : {}),
    postgres: env.DATABASE_URL,
    sms: describeSms({ env, ports }),
    slack: describeSlack({ env }),
    emulators: { twilio: env.TWILIO_EMULATOR_URL, slack: env.SLACK_EMULATOR_URL },
    pids,
    signIns,
  };
}

const serverOf = ({ protocol, hostname, port }, encrypted, usual) => ({
  host: hostname,
  port: Number(port || usual),
  ...(protocol === encrypted ? { secure: true } : {}),
});

function mailbox(address) {
  const url = new URL(address);
  const { username, password } = url;
  return {
    ...serverOf(url, 'imaps:', 143),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

/** Whole or not at all: somebody may be waiting for the file. */
export function writeRunFile(file, house) {
  writeFileSync(`${file}.next`, `${JSON.stringify(house, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.next`, file);
}

/** The last block of `npm start`. */
export function welcome(house) {
  const { mail, customerMail } = house;
  const people = house.signIns.map(({ email, password, role }) => `  ${email.padEnd(28)} ${password}   ${role}`);
  const smtp = mail.smtp && `${mail.smtp.host}:${mail.smtp.port}`;
  return [
    '',
    '────────────────────────────────────────────────────────────────────────',
    'Trunkline is ready.',
    `  Console        ${house.console}`,
    `  Chat bubble    ${house.widget}`,
    `  Mail           write to ${mail.address} through SMTP ${smtp} (no password)`,
    `                 answers arrive at ${customerMail.address}, IMAP ${mail.imap?.host}:${mail.imap?.port}`,
    ...(house.sms
      ? [`  SMS            our number is ${house.sms.number}, at a stand-in of Twilio: ${house.sms.api}`]
      : []),
    ...(house.slack ? [`  Slack          a stand-in at ${house.slack.api}; customers and their tokens: run.json`] : []),
    'Sign in to the console as',
    ...people,
    'Ctrl-C stops everything.',
    '────────────────────────────────────────────────────────────────────────',
  ].join('\n');
}
