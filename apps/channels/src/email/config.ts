/** E-mail's own variables: off without a mailbox or an SMTP server; what is half set is refused with a sentence. */
import { type ConfigSpec, type Key, setting } from '@trunkline/platform';

export const variables = {
  IMAP_URL: setting.text({
    default: '',
    secret: true,
    help: 'imap(s)://user:password@host:port of the mailbox; empty: e-mail is off',
  }),
  SMTP_URL: setting.text({ default: '', secret: true, help: 'smtp(s)://user:password@host:port to send through' }),
  MAIL_ADDRESS: setting.text({ default: '', help: 'the desk’s own address; empty: the user of IMAP_URL' }),
  MAIL_NAME: setting.text({ default: 'Support', help: 'the name customers see beside the address' }),
  MAIL_DOMAIN: setting.text({ default: '', help: 'right side of our Message-IDs; empty: the domain of MAIL_ADDRESS' }),
  MAIL_REPLY_KEYS: setting.keys({
    default: [],
    help: 'kid:base64url,… that sign the reply address; the first signs, all verify',
  }),
  MAIL_POLL_SECONDS: setting.seconds({ default: 60, help: 'the mailbox is looked at this often, beside IDLE' }),
} satisfies ConfigSpec;

export type EmailConfig = {
  imap: { host: string; port: number; secure: boolean; user: string; password: string };
  smtp: { host: string; port: number; secure: boolean; user: string; password: string };
  /** Plain text to either server is refused. */
  mustEncrypt: boolean;
  address: string;
  name: string;
  domain: string;
  replyKeys: Key[];
  pollSeconds: number;
};

const longestLocalPart = 64;
/** `+` and the token of `sign-address.ts`. */
const tokenLength = 51;

export function readEmailConfig(values: Record<string, unknown>): EmailConfig | null {
  const text = (name: string) => String(values[name] ?? '');
  if (!text('IMAP_URL') && !text('SMTP_URL')) return null;
  const imap = readServer('IMAP_URL', text('IMAP_URL'), { plain: 'imap:', tls: 'imaps:', ports: [143, 993] });
  const smtp = readServer('SMTP_URL', text('SMTP_URL'), { plain: 'smtp:', tls: 'smtps:', ports: [25, 465] });
  const address = (text('MAIL_ADDRESS') || imap.user).toLowerCase();
  const [, local, domain] = /^([a-z0-9._-]+)@([a-z0-9.-]+)$/.exec(address) ?? [];
  if (!local || !domain) throw new Error('MAIL_ADDRESS must be a plain address like support@example.com');
  if (local.length + tokenLength > longestLocalPart)
    throw new Error(
      `MAIL_ADDRESS: at most ${longestLocalPart - tokenLength} characters before the @, for the reply address grows`,
    );
  const replyKeys = (values.MAIL_REPLY_KEYS ?? []) as Key[];
  if (replyKeys.length === 0) throw new Error('MAIL_REPLY_KEYS is not set: it signs the reply address');
  const mustEncrypt = values.TRUNKLINE_PROFILE === 'production';
  return {
    imap,
    smtp,
    mustEncrypt,
    address,
    name: text('MAIL_NAME') || 'Support',
    domain: text('MAIL_DOMAIN') || domain,
    replyKeys,
    pollSeconds: Number(values.MAIL_POLL_SECONDS ?? 60),
  };
}

function readServer(name: string, address: string, scheme: { plain: string; tls: string; ports: [number, number] }) {
  if (!URL.canParse(address)) throw new Error(`${name} must be an address like ${scheme.tls}//user:password@host:port`);
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== scheme.plain && protocol !== scheme.tls)
    throw new Error(`${name} must begin with ${scheme.tls}// or ${scheme.plain}//`);
  const secure = protocol === scheme.tls;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || scheme.ports[secure ? 1 : 0]),
    secure,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

/** For the samples and the command line alone; nothing is ever signed with it. */
export const sampleSettings = {
  IMAP_URL: 'imap://support%40desk.test:x@127.0.0.1:1',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_REPLY_KEYS: 'sample:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
};
