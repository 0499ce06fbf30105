/** Customers of a journey: a visitor's chat on its real socket, and a mailbox with a real SMTP and IMAP server. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ChatAck, ChatLine, ChatWelcome } from '@trunkline/contracts';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { io, type Socket } from 'socket.io-client';
import { eventually } from './eventually.ts';
import type { House, RunFile } from './start-house.ts';

export class Visitor {
  readonly lines: ChatLine[] = [];
  token: string | undefined;
  socket: Socket;

  constructor(
    private readonly channels: string,
    private readonly site = 'demo',
  ) {
    this.socket = this.connect();
  }

  private connect(): Socket {
    const socket = io(this.channels, {
      path: '/chat/live',
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
      auth: (give) => give({ site: this.site, visitor: this.token, after: this.lines.at(-1)?.sequence ?? 0 }),
      extraHeaders: { origin: new URL(this.channels).origin },
    });
    socket.on('welcome', (welcome: ChatWelcome) => {
      this.token = welcome.visitor;
    });
    // a desk that stops in order hangs up; the bubble comes back from that too
    socket.on('disconnect', (reason) => reason === 'io server disconnect' && socket.connect());
    socket.on('line', (line: ChatLine) => {
      if (!this.lines.some((one) => one.sequence === line.sequence)) this.lines.push(line);
      this.lines.sort((a, b) => a.sequence - b.sequence);
    });
    return socket;
  }

  async arrive(): Promise<this> {
    await eventually(async () => this.token, { what: 'the welcome' });
    return this;
  }

  /** Says it until it is acknowledged, under one transaction id, as the bubble does. */
  async say(text: string, txnId = randomUUID()): Promise<ChatAck> {
    return eventually(async () => this.socket.timeout(3_000).emitWithAck('say', { txnId, text }) as Promise<ChatAck>, {
      what: 'the acknowledgement',
      withinMs: 60_000,
    });
  }

  hears(part: string, withinMs?: number): Promise<ChatLine> {
    return eventually(async () => this.lines.find((line) => line.from !== 'customer' && line.text.includes(part)), {
      what: `the visitor hearing “${part}”`,
      ...(withinMs === undefined ? {} : { withinMs }),
    });
  }

  leave(): void {
    this.socket.disconnect();
  }
}

/** The authority of an encrypted house. */
const trustOf = ({ ca }: RunFile) => (ca ? { ca: [readFileSync(ca, 'utf8')] } : {});

export type SentMail = {
  from: string;
  subject: string;
  text: string;
  messageId?: string;
  inReplyTo?: string;
  to?: string;
};

export async function sendMail(run: RunFile, mail: SentMail): Promise<string> {
  const { secure = false, ...server } = run.mail.smtp;
  const transport = createTransport({ ...server, secure, ignoreTLS: !secure, tls: trustOf(run) });
  const messageId = mail.messageId ?? `<${randomUUID()}@customer.test>`;
  const references = mail.inReplyTo ? { inReplyTo: mail.inReplyTo, references: [mail.inReplyTo] } : {};
  await transport.sendMail({ ...mail, ...references, to: mail.to ?? run.mail.address, messageId });
  transport.close();
  return messageId;
}

export type GotMail = {
  from: string;
  replyTo: string;
  subject: string;
  text: string;
  messageId: string;
  inReplyTo: string;
  references: string[];
  /** By what it says that a machine wrote it, or wrote it to many. */
  automatic: string[];
};

/** Those the mail server is told of when it starts (`tools/stack/mail.mjs`). */
const ownUser = /^(alice|bob|carol|li\.wei|c\d+)@customer\.test$/;

/** Everything that lies in a customer's mailbox now. */
export async function readMailbox(house: House, address: string): Promise<GotMail[]> {
  const { host, port, secure = false } = house.run.customerMail.imap;
  // who is not of the house's own users got the mailbox with its first mail, and their address is its password
  const pass = ownUser.test(address) ? 'secret' : address;
  const client = new ImapFlow({
    host,
    port,
    secure,
    auth: { user: address, pass },
    logger: false,
    tls: trustOf(house.run),
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const lock = await client.getMailboxLock('INBOX');
    try {
      const mails: GotMail[] = [];
      for await (const { source } of client.fetch('1:*', { source: true }))
        mails.push(await readMail(source as Buffer));
      return mails;
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => undefined);
  }
}

async function readMail(source: Buffer): Promise<GotMail> {
  const mail = await simpleParser(source);
  const references = mail.references ?? [];
  return {
    from: mail.from?.text ?? '',
    replyTo: mail.replyTo?.value[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? '',
    references: Array.isArray(references) ? references : [references],
    automatic: ['auto-submitted', 'precedence', 'x-auto-response-suppress'].filter((name) => mail.headers.has(name)),
  };
}

export function getsMail(house: House, address: string, part: string, withinMs = 30_000): Promise<GotMail> {
  return eventually(
    async () =>
      (await readMailbox(house, address)).find((mail) => mail.text.includes(part) || mail.subject.includes(part)),
    { what: `mail with “${part}” for ${address}`, withinMs, everyMs: 300 },
  );
}

/** Somebody with a phone, at the stand-in of Twilio. */
export class Texter {
  constructor(
    private readonly run: RunFile,
    readonly number: string,
  ) {}

  private async ask<T>(path: string, form?: Record<string, string>): Promise<T> {
    const { account, token, api } = this.run.sms!;
    const answer = await fetch(`${api}${path}`, {
      method: form ? 'POST' : 'GET',
      headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }

  say = (text: string) =>
    this.ask('/_twilio/simulate/inbound-message', { To: this.run.sms!.number, From: this.number, Body: text });

  /** What the desk sent to this phone, newest first. */
  async got(): Promise<{ sid: string; body: string }[]> {
    const path = `/2010-04-01/Accounts/${this.run.sms!.account}/Messages.json?To=${encodeURIComponent(this.number)}`;
    return (await this.ask<{ messages: { sid: string; body: string }[] }>(path)).messages;
  }

  hears = (part: string) =>
    eventually(async () => (await this.got()).find(({ body }) => body.includes(part)), {
      what: `“${part}” on the phone ${this.number}`,
    });

  reports = (sid: string, status: string) =>
    this.ask('/_twilio/simulate/message-status', { MessageSid: sid, Status: status });
}
