/** The panel's top: the desk's name, whether somebody is there, and until when not. */
import type { Chat } from './chat-state.ts';
import { Icon } from './icons.tsx';
import type { Texts } from './texts/words.ts';

export function Header({ chat: { desk, link }, words, onClose }: { chat: Chat; words: Texts; onClose: () => void }) {
  const name = desk?.name ?? words.chat;
  return (
    <header class="head">
      <span class="crest" aria-hidden="true">
        {Array.from(name)[0]}
        {desk && <i class={desk.isOpen ? 'lamp open' : 'lamp'} />}
      </span>
      <div class="who">
        <h2>{name}</h2>
        <p>{desk ? sayHours(desk, words) : link === 'refused' ? '' : words.connecting}</p>
      </div>
      <button type="button" class="round" aria-label={words.close} title={words.close} onClick={onClose}>
        <Icon name="close" size={20} />
      </button>
    </header>
  );
}

function sayHours({ isOpen, opensAt }: NonNullable<Chat['desk']>, words: Texts): string {
  if (isOpen) return words.open;
  if (!opensAt) return words.closed;
  const isSoon = Date.parse(opensAt) - Date.now() < 6 * 86_400_000;
  const day: Intl.DateTimeFormatOptions = isSoon ? { weekday: 'long' } : { month: 'long', day: 'numeric' };
  const when = new Intl.DateTimeFormat(words.locale, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return words.closedUntil(when.format(new Date(opensAt)));
}
