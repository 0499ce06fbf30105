/** Takes the words somebody leaves out of hours: a mail of theirs, whose answer leaves by mail to the address they gave. */
import { type ChatDone, ChatLeave, type ReasonCode, sayReason } from '@trunkline/contracts';
import type { Desk } from '../channel.ts';
import type { Visitor } from './admit-visitor.ts';
import type { WebchatConfig } from './config.ts';
import { keepPace } from './keep-pace.ts';

const pace = { most: 3, withinMs: 60_000 };
const tries = { most: 20, withinMs: 60_000 };
const subject = { en: 'Your message to {desk}', zh: '您给{desk}的留言' };
/** Nobody has shown that the address is theirs: what a mail of it has proven does not hold for this. */
const unproven = { result: 'none', domain: '' } as const;

export function takingLeave(desk: Desk<WebchatConfig>): (visitor: Visitor, frame: unknown) => Promise<ChatDone> {
  const mayGoOn = keepPace(pace);
  const mayTry = keepPace(tries);
  return async (visitor, frame) => {
    const no = (because: ReasonCode, values: Record<string, string | number> = {}): ChatDone => ({
      ok: false,
      reason: because,
      detail: sayReason(because, visitor.language, values),
    });
    const { success, data, error } = ChatLeave.safeParse(frame);
    if (!success) return no('field-wrong', { field: error.issues[0]?.path.join('.') ?? '' });
    const [chat, now] = [`${visitor.site.site} ${visitor.from.address}`, Date.now()];
    const tried = mayTry(chat, now);
    if (tried.kind === 'too-many') return no('too-many', { seconds: tried.seconds });
    const spoken = mayGoOn(chat, now);
    if (spoken.kind === 'too-many') return no('too-many', { seconds: spoken.seconds });
    const taken = await desk.takeInAs('mail', asMail(visitor, data, desk)).catch(() => undefined);
    if (taken) return { ok: true };
    spoken.takeBack();
    return no(taken === null ? 'no-mail-here' : 'try-again'); // nothing was stored; it is said again under the same name
  };
}

function asMail({ site, from, language }: Visitor, { txnId, name, email, text }: ChatLeave, desk: Desk<WebchatConfig>) {
  const address = email.toLowerCase();
  const words = text.replaceAll('\0', '');
  const title = subject[language].replace('{desk}', site.name ?? desk.settings.policy.desk.name[language]);
  const key = `left:${site.site}:${from.address}:${txnId}`;
  const raw = `From: <${address}>\r\nSubject: =?utf-8?B?${Buffer.from(title).toString('base64')}?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}`;
  return {
    kind: 'message',
    account: site.site,
    key,
    raw: Buffer.from(raw),
    from: {
      address,
      name,
      vouchedBy: null,
      email: null,
      evidence: [{ kind: 'email', value: address, by: 'customer' }],
    },
    thread: { key, conversationId: null, reference: null, answers: [] },
    subject: title,
    text: words,
    hasMore: false,
    files: [],
    automatic: null,
    checks: { spf: unproven, dkim: unproven, dmarc: unproven, by: 'a form' },
    sentAt: null,
    whole: null,
  } satisfies Parameters<Desk['takeInAs']>[1] & { checks: unknown };
}
