/** May the desk say of itself that a mail has come? Never to a machine, and never in words of whoever wrote it (V2, V3). */
import type { PolicyV1 } from '@trunkline/contracts';
import { texts as shipped } from '../policy/texts.ts';

export type CameByMail = {
  address: string;
  automatic: string | null;
  isSuspect: boolean;
  /** The conversation's; a third one is answered in the desk's. */
  language: string;
};
export type Acknowledging =
  | { kind: 'acknowledges'; subject: string; text: string }
  | {
      kind: 'keeps-silent';
      because: 'text-is-switched-off' | 'nobody-has-to-answer' | 'forged-sender' | 'no-address';
    };

export function mayAcknowledge(mail: CameByMail, policy: PolicyV1): Acknowledging {
  const silent = (because: Extract<Acknowledging, { kind: 'keeps-silent' }>['because']): Acknowledging => ({
    kind: 'keeps-silent',
    because,
  });
  if (!policy.mail.acknowledges) return silent('text-is-switched-off');
  if (mail.automatic !== null) return silent('nobody-has-to-answer');
  if (mail.isSuspect) return silent('forged-sender');
  if (mail.address === '') return silent('no-address');
  const language = mail.language === 'zh' || mail.language === 'en' ? mail.language : policy.desk.defaultLanguage;
  const say = (key: string) => ((policy.texts[key] ?? shipped[key])?.[language] ?? '').trim();
  const text = say('acknowledgement').replaceAll('{desk}', policy.desk.name[language]);
  return text === ''
    ? silent('text-is-switched-off')
    : { kind: 'acknowledges', subject: say('acknowledgement-subject'), text };
}

/** One person's mailbox under all its details: `li+shop@…` is `li@…`, so that nobody is written to under each of them. */
export const mailboxOf = (address: string): string => address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
