/** What a tab is told first: who the desk is, what it asks and offers, and the pass for files. */
import { type ChatWelcome, chatFileMaxBytes } from '@trunkline/contracts';
import type { Desk } from '../channel.ts';
import type { Visitor } from './admit-visitor.ts';
import type { Known } from './chats.store.ts';
import { askFor } from './check-form.ts';
import type { WebchatConfig } from './config.ts';
import { signPass } from './sign-pass.ts';
import { tellHours } from './tell-hours.ts';

export function tellWelcome(visitor: Visitor, known: Known, { config, settings }: Desk<WebchatConfig>): ChatWelcome {
  const { site, from, language, until } = visitor;
  const { chat } = settings.policy;
  const now = Date.now();
  const whose = { account: site.site, address: from.address };
  return {
    visitor: visitor.token,
    desk: tellHours(visitor, settings.policy, now),
    last: known.last,
    pass: signPass(whose, config.visitorKeys, { now, until }),
    maxFileBytes: chatFileMaxBytes,
    asks: known.last > 0 ? [] : askFor(chat.form, { ...from, form: known.form }, language),
    firstReplies: known.last > 0 ? [] : chat.firstReplies.map(({ code, name }) => ({ code, label: name[language] })),
    offline: chat.offline,
    transcript: chat.transcript,
    email: from.email ?? emailOf(known.form, chat.form),
  };
}

function emailOf(form: Known['form'], fields: { code: string; kind: string }[]): string | null {
  const field = fields.find(({ kind, code }) => kind === 'email' && form[code] !== undefined);
  return field ? (form[field.code] ?? null) : null;
}
