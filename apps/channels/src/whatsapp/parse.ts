/** One WhatsApp message → what it says. Pure; what has no words is told in words that people understand. */
import type { Parsed } from '../channel.ts';
import { readJson } from '../read-json.ts';
import { OneMessage, type WhatsappMessage } from './payload.ts';

export async function parse(raw: Buffer): Promise<Parsed> {
  const one = OneMessage.safeParse(readJson(raw)).data;
  if (!one) return { kind: 'unreadable', because: 'unreadable-item', detail: 'it is no message of WhatsApp' };
  const { message, name } = one;
  return {
    kind: 'message',
    from: {
      address: `+${message.from.replace(/^\+/, '')}`,
      name: name?.slice(0, 255) ?? null,
      vouchedBy: null,
      email: null,
    },
    thread: {
      key: '',
      conversationId: null,
      reference: message.id,
      answers: message.context?.id ? [message.context.id] : [],
    },
    subject: null,
    text: wordsOf(message).replaceAll('\u0000', ''),
    hasMore: false,
    files: [],
    automatic: null,
    sentAt: new Date(Number(message.timestamp) * 1000).toISOString(),
    whole: null,
  };
}

function wordsOf(message: WhatsappMessage): string {
  const { text, button, interactive, location, contacts, type } = message;
  if (text) return text.body;
  if (button) return button.text;
  const chosen = interactive?.button_reply ?? interactive?.list_reply;
  if (chosen) return chosen.title;
  if (location)
    return [location.name, location.address, `${location.latitude}, ${location.longitude}`].filter(Boolean).join('\n');
  if (contacts)
    return contacts
      .map(({ name, phones }) =>
        [name?.formatted_name, ...(phones ?? []).map(({ phone }) => phone)].filter(Boolean).join(' '),
      )
      .join('\n');
  const media = message.image ?? message.document ?? message.video ?? message.audio ?? message.sticker;
  return media ? (media.caption ?? '') : `[${type}]`;
}
