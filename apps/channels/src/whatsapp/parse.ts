/** One WhatsApp message → what it says. Pure; what has no words is told in words that people understand. */
import type { Parsed } from '../channel.ts';
import { readJson } from '../read-json.ts';
import { mediaOf, OneMessage, type WhatsappMessage } from './payload.ts';

export async function parse(raw: Buffer): Promise<Parsed> {
  const one = OneMessage.safeParse(readJson(raw)).data;
  if (!one) return { kind: 'unreadable', because: 'unreadable-item', detail: 'it is no message of WhatsApp' };
  const { message, name } = one;
  const media = mediaOf(message);
  const { button_reply: button, list_reply: listed } = message.interactive ?? {};
  const chosen = (button ?? listed)?.id?.slice(0, 64);
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
    ...(media ? { named: [{ name: media.filename ?? 'file', type: media.mime_type ?? '' }] } : {}),
    ...(chosen ? { chosen } : {}),
    automatic: null,
    sentAt: new Date(Number(message.timestamp) * 1000).toISOString(),
    whole: null,
  };
}

function wordsOf(message: WhatsappMessage): string {
  const { text, button, interactive, type } = message;
  if (text) return text.body;
  if (button) return button.text;
  const chosen = interactive?.button_reply ?? interactive?.list_reply;
  if (chosen) return chosen.title;
  const form = interactive?.nfm_reply;
  if (form) return [form.body, form.response_json].filter(Boolean).join('\n');
  const media = mediaOf(message);
  if (media) return media.caption ?? (message.audio?.voice ? '🎤' : '');
  return signsOf(message) || `[${type}]`;
}

/** What has no words: signs that need no language. */
function signsOf({ location, contacts, order, system, errors }: WhatsappMessage): string {
  if (location)
    return `📍 ${[location.name, location.address, `${location.latitude}, ${location.longitude}`].filter(Boolean).join('\n')}`;
  if (contacts)
    return contacts
      .map(({ name, phones = [], emails = [] }) => {
        const ways = [...phones.map(({ phone }) => phone), ...emails.map(({ email }) => email)];
        return `👤 ${[name?.formatted_name, ...ways].filter(Boolean).join(' ')}`;
      })
      .join('\n');
  if (order) {
    const things = order.product_items.map(({ quantity, product_retailer_id: id }) => `🛒 ${quantity} × ${id}`);
    return [order.text, ...things].filter(Boolean).join('\n');
  }
  return system?.body ?? errors?.[0]?.message ?? errors?.[0]?.title ?? '';
}
