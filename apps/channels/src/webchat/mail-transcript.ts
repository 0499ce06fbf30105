/** Sends what was said in this chat by mail: once a minute, by the desk's one way out, and says so in the chat. */
import { type ChatDone, ChatTranscript, type ReasonCode, sayReason } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import type { Desk } from '../channel.ts';
import type { Visitor } from './admit-visitor.ts';
import { storeWord } from './chats.store.ts';
import type { WebchatConfig } from './config.ts';
import { keepPace } from './keep-pace.ts';

const line = { en: 'This chat is on its way to {to}.', zh: '本次对话记录正在发送至 {to}。' };

export function mailingTranscript(desk: Desk<WebchatConfig>): (visitor: Visitor, frame: unknown) => Promise<ChatDone> {
  const mayGoOn = keepPace({ most: 1, withinMs: 60_000 });
  /** Anybody can name anybody's address: one mailbox is not filled from many chats. */
  const mayBeSent = keepPace({ most: 5, withinMs: 3_600_000 });
  const mayTry = keepPace({ most: 10, withinMs: 60_000 });
  return async (visitor, frame) => {
    const { language, from, site } = visitor;
    const no = (because: ReasonCode, values: Record<string, string | number> = {}): ChatDone => ({
      ok: false,
      reason: because,
      detail: sayReason(because, language, values),
    });
    const { success, data } = ChatTranscript.safeParse(frame);
    if (!success) return no('field-wrong', { field: 'email' });
    if (!desk.settings.policy.chat.transcript) return no('not-allowed');
    const [whose, to, now] = [{ account: site.site, address: from.address }, data.email.toLowerCase(), Date.now()];
    const chat = `${site.site} ${from.address}`;
    const paces = [mayTry(chat, now), mayGoOn(chat, now), mayBeSent(to, now)];
    const failed = (answer: ChatDone) => {
      for (const pace of paces.slice(1)) if (pace.kind === 'fine') pace.takeBack();
      return answer;
    };
    const late = paces.find((pace) => pace.kind === 'too-many');
    if (late) return failed(no('too-many', { seconds: late.seconds }));
    try {
      await desk.mailTranscript({ ...whose, to, language });
    } catch (error) {
      return failed(error instanceof Refusal ? no(error.code) : no('try-again'));
    }
    const said = { from: 'desk', name: null, text: line[language].replace('{to}', to), attachments: [] } as const;
    // the mail is on its way whether or not the chat can say so
    await desk.postgres
      .transaction((tx) => storeWord(tx, whose, { ...said, attachments: [], messageId: null }))
      .catch(() => undefined);
    return { ok: true };
  };
}
