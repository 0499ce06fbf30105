/** Sends what was said in this chat by mail: once a minute, by the desk's one way out, and this chat's lines alone. */
import { type ChatDone, ChatTranscript, type ReasonCode, sayReason } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import type { Desk } from '../channel.ts';
import type { Visitor } from './admit-visitor.ts';
import type { WebchatConfig } from './config.ts';
import { keepPace } from './keep-pace.ts';

export function mailingTranscript(desk: Desk<WebchatConfig>): (visitor: Visitor, frame: unknown) => Promise<ChatDone> {
  const mayGoOn = keepPace({ most: 1, withinMs: 60_000 });
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
    const spoken = mayGoOn(`${site.site} ${from.address}`, Date.now());
    if (spoken.kind === 'too-many') return no('too-many', { seconds: spoken.seconds });
    try {
      await desk.mailTranscript({ account: site.site, address: from.address, to: data.email.toLowerCase(), language });
      return { ok: true };
    } catch (error) {
      return error instanceof Refusal ? no(error.code) : no('try-again');
    }
  };
}
