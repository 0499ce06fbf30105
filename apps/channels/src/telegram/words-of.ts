/** What a message says to whoever reads it: where it has no words, in signs that need no language. Pure. */
import type { Entity, Message } from './update.ts';

export function wordsOf(message: Message): string {
  const words = withLinks(message.text, message.entities) ?? withLinks(message.caption, message.caption_entities);
  const said = words ?? signsOf(message);
  return message.edit_date === undefined ? said : `✎ ${said}`;
}

function signsOf(message: Message): string {
  const { voice, video_note: round, audio, location, venue, contact, sticker, dice, poll } = message;
  if (voice) return `🎤 ${minutes(voice.duration)}`;
  if (round) return `📹 ${minutes(round.duration)}`;
  if (audio) return `🎵 ${[audio.performer, audio.title].filter(Boolean).join(' – ')}`.trim();
  if (venue) return `📍 ${venue.title}\n${venue.address}\n${venue.location.latitude}, ${venue.location.longitude}`;
  if (location) return `📍 ${location.latitude}, ${location.longitude}`;
  if (contact) return `👤 ${[contact.first_name, contact.last_name, contact.phone_number].filter(Boolean).join(' ')}`;
  if (sticker) return sticker.emoji ?? '';
  if (dice) return `${dice.emoji} ${dice.value}`;
  if (poll) return [`📊 ${poll.question}`, ...poll.options.map(({ text }) => `• ${text}`)].join('\n');
  return hasFile(message) ? '' : `[${kindOf(message)}]`;
}

const hasFile = ({ photo, document, video, animation }: Message) =>
  Boolean(photo?.length || document || video || animation);

/** What is not known here is named by Telegram's own word for it, never silently empty. */
const about = ['message_id', 'date', 'edit_date', 'chat', 'from', 'reply_to_message', 'message_thread_id', 'photo'];
const kindOf = (message: Message) => Object.keys(message).find((name) => !about.includes(name)) ?? 'message';

const minutes = (seconds = 0) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** A link may hide behind words; its address is said after them. */
function withLinks(text: string | undefined, entities: Entity[] = []): string | undefined {
  const hidden = entities.filter(({ type, url }) => type === 'text_link' && url);
  return hidden
    .toSorted((a, b) => b.offset - a.offset)
    .reduce<string | undefined>((said, { offset, length, url }) => {
      const end = offset + length;
      return said && end <= said.length ? `${said.slice(0, end)} (${url})${said.slice(end)}` : said;
    }, text);
}
