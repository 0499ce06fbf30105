/** Whether a mail says of itself that no person wrote it (RFC 3834 and kin): kept and shown, never answered. */
import type { Automatic } from '@trunkline/contracts';
import { headerOf, type Mail } from './mail.ts';

type Sign = { header: string; says: RegExp; means: Automatic };

/** First match wins. `domain.md` §1: a machine is not made to answer a machine. */
const signs: Sign[] = [
  { header: 'content-type', says: /multipart\/report.*delivery-status/i, means: 'bounce' },
  { header: 'x-failed-recipients', says: /\S/, means: 'bounce' },
  { header: 'auto-submitted', says: /^auto-replied/i, means: 'auto-replied' },
  { header: 'auto-submitted', says: /^(?!no\b)\S/i, means: 'auto-generated' },
  { header: 'x-autoreply', says: /^(?!no\b)\S/i, means: 'auto-replied' },
  { header: 'x-autorespond', says: /\S/, means: 'auto-replied' },
  { header: 'x-autoresponder', says: /\S/, means: 'auto-replied' },
  { header: 'x-auto-response-suppress', says: /\b(all|oof|autoreply|dr|ndr|rn|nrn)\b/i, means: 'auto-generated' },
  { header: 'precedence', says: /auto[_-]?reply/i, means: 'auto-replied' },
  { header: 'precedence', says: /\b(bulk|junk|list)\b/i, means: 'bulk' },
  { header: 'list-id', says: /\S/, means: 'bulk' },
  { header: 'list-unsubscribe', says: /\S/, means: 'bulk' },
  { header: 'list-post', says: /\S/, means: 'bulk' },
  { header: 'feedback-id', says: /\S/, means: 'bulk' },
  { header: 'content-type', says: /multipart\/report/i, means: 'auto-generated' },
  { header: 'return-path', says: /^<\s*>$/, means: 'auto-generated' },
];
const bounceSender =
  /^(mailer-daemon|postmaster|mail-daemon|mailer_daemon|postmaster-\S*|maildeliverysystem|microsoftexchange[0-9a-f]+|mdaemon|bounce-notification)@/i;
const machineSender = /^(no-?reply|do-?not-?reply|bounces?)([+._-].*)?@/i;
/** Servers that answer for an absent person and say so only in the subject. */
const absentSubject =
  /^(re: ?)?(automatic reply|auto(matic)?[- ]?(re(ply|sponse))|out of (the )?office|abwesenheits|自动回复|自動回覆|自動返信|不在のお知らせ)/i;
const bounceSubject =
  /undeliver(able|ed)|delivery (status notification|has failed|failure|failed|incomplete|problem)|could not be delivered|failed to deliver|mail delivery (failed|system|error)|returned (mail|to sender)|failure notice|unzustellbar|nicht zugestellt|non remis|échec de la remise|no se puede entregar|no entregado|mancato recapito|não (foi )?entreg|onbestelbaar|niet bezorgd|недоставленное|не доставлено|退信|退件|投递失败|投递失敗|未送达|無法投遞|无法投递|发送失败|配信不能|配信エラー|配達不能|전송 실패|반송/i;

/** What a list adds to every mail that goes through it, also to one that a person wrote to us. */
const ofLists = new Set(['precedence', 'list-id', 'list-unsubscribe', 'list-post', 'feedback-id']);

export function isAutomatic(mail: Mail, addresses: readonly string[]): Automatic | null {
  const isOurList = cameByOurList(mail, addresses);
  const sign = signs.find(({ header, says, means }) => {
    if (isOurList && means === 'bulk' && ofLists.has(header)) return false;
    return mail.headers.some(([name, value]) => name === header && says.test(value));
  });
  if (sign?.means === 'bounce') return 'bounce';
  const fromDaemon = bounceSender.test(mail.from.address) || /^<\s*>$/.test(headerOf(mail, 'return-path'));
  if (fromDaemon && bounceSubject.test(mail.subject ?? '')) return 'bounce';
  if (sign) return sign.means;
  if (absentSubject.test(mail.subject ?? '')) return 'auto-replied';
  return machineSender.test(mail.from.address) ? 'auto-generated' : null;
}

/** Many desks' addresses are groups: `support@…` hands on to the mailbox under `List-ID: <support.example.com>`. */
function cameByOurList(mail: Mail, addresses: readonly string[]): boolean {
  const [, id = ''] = /<([^<>\s]+)>\s*$/.exec(headerOf(mail, 'list-id')) ?? [];
  return id !== '' && addresses.some((address) => address.replace('@', '.') === id.toLowerCase());
}
