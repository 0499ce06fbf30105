/** E-mail's own variables: off without a mailbox; what is half set is refused with a sentence. */
import { type ConfigSpec, type Key, setting } from '@trunkline/platform';
import { z } from 'zod';

const OAuth = z.strictObject({
  /** Where an access token is fetched for the refresh token. */
  tokenUrl: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().default(''),
  refreshToken: z.string().min(1),
  scope: z.string().default(''),
});
export type OAuth = z.infer<typeof OAuth>;

/** One of several mailboxes; without an SMTP server of its own it sends through `SMTP_URL`. */
const Given = z.strictObject({
  address: z.string().min(3),
  name: z.string().optional(),
  imap: z.string().min(1),
  smtp: z.string().default(''),
  oauth: OAuth.optional(),
});
type Given = z.infer<typeof Given>;

export const variables = {
  IMAP_URL: setting.text({
    default: '',
    secret: true,
    help: 'imap(s)://user:password@host:port of the mailbox; empty: no such mailbox',
  }),
  SMTP_URL: setting.text({ default: '', secret: true, help: 'smtp(s)://user:password@host:port to send through' }),
  MAILBOXES: setting.json(z.array(Given), {
    default: [],
    secret: true,
    help: 'more mailboxes: [{"address","name"?,"imap":"imaps://user:password@host","smtp"?,"oauth"?:{"tokenUrl","clientId","clientSecret","refreshToken","scope"?}}]; with oauth the addresses need no password',
  }),
  MAIL_ADDRESS: setting.text({ default: '', help: 'the address of IMAP_URL’s mailbox; empty: its user' }),
  MAIL_NAME: setting.text({ default: 'Support', help: 'the name customers see beside the address' }),
  MAIL_DOMAIN: setting.text({ default: '', help: 'right side of our Message-IDs; empty: the domain of the address' }),
  MAIL_REPLY_KEYS: setting.keys({
    default: [],
    help: 'kid:base64url,… that sign the reply address; the first signs, all verify',
  }),
  MAIL_TRUSTED_AUTHSERV: setting.text({
    default: '',
    help: 'host,host: mail servers of ours whose Authentication-Results are believed; empty: we judge ourselves',
  }),
  MAIL_POLL_SECONDS: setting.seconds({
    default: 60,
    help: 'mailboxes are looked at this often, beside IDLE; 1 to 60, for this finds a dead line too',
  }),
} satisfies ConfigSpec;

export type MailServer = {
  host: string;
  port: number;
  secure: boolean;
  /** Plain text is refused. */
  mustEncrypt: boolean;
  user: string;
  password: string;
  /** Signs in by access tokens instead of the password. */
  oauth: OAuth | null;
};
export type MailAccount = {
  address: string;
  name: string;
  /** Right side of its Message-IDs. */
  domain: string;
  imap: MailServer;
  smtp: MailServer;
};
export type EmailConfig = {
  accounts: MailAccount[];
  /** Every address of the desk: no customer writes from one. */
  addresses: string[];
  /** Right sides of Message-IDs that are ours. */
  domains: string[];
  replyKeys: Key[];
  /** Whose Authentication-Results are taken over. */
  trustedServers: string[];
  pollSeconds: number;
};

const longestLocalPart = 64;
/** `+` and the token of `sign-address.ts`. */
const tokenLength = 51;
const plainAddress = /^([a-z0-9._-]+)@([a-z0-9.-]+)$/;

export function readEmailConfig(values: Record<string, unknown>): EmailConfig | null {
  const text = (name: string) => String(values[name] ?? '');
  const given = (values.MAILBOXES ?? []) as Given[];
  if (!text('IMAP_URL') && given.length === 0) return null;
  const settings = { mustEncrypt: text('TRUNKLINE_PROFILE') === 'production', text };
  const single = text('IMAP_URL') ? [readSingle(settings)] : [];
  const accounts = [...single, ...given.map((one, at) => readGiven(one, `MAILBOXES.${at}`, settings))];
  const addresses = accounts.map(({ address }) => address);
  const twice = addresses.find((one, at) => addresses.indexOf(one) !== at);
  if (twice) throw new Error(`MAILBOXES: ${twice} stands there twice`);
  const replyKeys = (values.MAIL_REPLY_KEYS ?? []) as Key[];
  if (replyKeys.length === 0) throw new Error('MAIL_REPLY_KEYS is not set: it signs the reply address');
  const pollSeconds = Number(values.MAIL_POLL_SECONDS ?? 60);
  if (pollSeconds < 1 || pollSeconds > 60) throw new Error('MAIL_POLL_SECONDS must be 1 to 60');
  const trustedServers = text('MAIL_TRUSTED_AUTHSERV')
    .toLowerCase()
    .split(/[,\s]+/)
    .filter(Boolean);
  return {
    accounts,
    addresses,
    domains: [...new Set(accounts.map(({ domain }) => domain))],
    replyKeys,
    trustedServers,
    pollSeconds,
  };
}

type Settings = { mustEncrypt: boolean; text: (name: string) => string };
const imapSchemes = { plain: 'imap:', tls: 'imaps:', ports: [143, 993] } as const;
const smtpSchemes = { plain: 'smtp:', tls: 'smtps:', ports: [25, 465] } as const;

function readSingle({ mustEncrypt, text }: Settings): MailAccount {
  const imap = readServer('IMAP_URL', text('IMAP_URL'), { ...imapSchemes, mustEncrypt });
  const smtp = readServer('SMTP_URL', text('SMTP_URL'), { ...smtpSchemes, mustEncrypt });
  return { ...readAddress('MAIL_ADDRESS', text('MAIL_ADDRESS') || imap.user, text), name: deskName(text), imap, smtp };
}

function readGiven(given: Given, where: string, { mustEncrypt, text }: Settings): MailAccount {
  const named = readAddress(`${where}.address`, given.address, text);
  const { oauth = null } = given;
  if (mustEncrypt && oauth && !oauth.tokenUrl.startsWith('https:'))
    throw new Error(`${where}.oauth.tokenUrl must begin with https:// in production`);
  const imap = readServer(`${where}.imap`, given.imap, { ...imapSchemes, mustEncrypt });
  const smtp = given.smtp
    ? readServer(`${where}.smtp`, given.smtp, { ...smtpSchemes, mustEncrypt })
    : readServer('SMTP_URL', text('SMTP_URL'), { ...smtpSchemes, mustEncrypt });
  const signsIn = (server: MailServer) => ({ ...server, user: server.user || named.address, oauth });
  return {
    ...named,
    name: given.name || deskName(text),
    imap: signsIn(imap),
    smtp: given.smtp && oauth ? signsIn(smtp) : smtp,
  };
}

const deskName = (text: Settings['text']) => text('MAIL_NAME') || 'Support';

function readAddress(where: string, given: string, text: Settings['text']): { address: string; domain: string } {
  const address = given.toLowerCase();
  const [, local, domain] = plainAddress.exec(address) ?? [];
  if (!local || !domain) throw new Error(`${where} must be a plain address like support@example.com`);
  if (local.length + tokenLength > longestLocalPart)
    throw new Error(
      `${where}: at most ${longestLocalPart - tokenLength} characters before the @, for the reply address grows`,
    );
  return { address, domain: (text('MAIL_DOMAIN') || domain).toLowerCase() };
}

type Schemes = { plain: string; tls: string; ports: readonly [number, number]; mustEncrypt: boolean };

function readServer(name: string, address: string, { mustEncrypt, ...scheme }: Schemes): MailServer {
  if (!URL.canParse(address)) throw new Error(`${name} must be an address like ${scheme.tls}//user:password@host:port`);
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== scheme.plain && protocol !== scheme.tls)
    throw new Error(`${name} must begin with ${scheme.tls}// or ${scheme.plain}//`);
  const secure = protocol === scheme.tls;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || scheme.ports[secure ? 1 : 0]),
    secure,
    mustEncrypt,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    oauth: null,
  };
}

/** For the samples and the command line alone; nothing is ever signed with it. */
export const sampleSettings = {
  IMAP_URL: 'imap://support%40desk.test:x@127.0.0.1:1',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_REPLY_KEYS: 'sample:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
};
