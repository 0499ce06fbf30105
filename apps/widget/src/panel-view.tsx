/** The open panel: who the desk is, what was said, and where to write. */
import { useEffect, useRef } from 'preact/hooks';
import { personHasJoined } from './chat-state.ts';
import { Composer } from './composer.tsx';
import { Header } from './header.tsx';
import type { HeldChat } from './hold-chat.ts';
import { Icon } from './icons.tsx';
import type { Texts } from './texts/words.ts';
import { Thread } from './thread.tsx';

export function PanelView({ held, words, onClose }: { held: HeldChat; words: Texts; onClose: () => void }) {
  const chat = held.now();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => fitToKeyboard(panel.current), []);
  const isRefused = chat.link === 'refused';
  const offersPerson = !isRefused && !personHasJoined(chat);
  return (
    <section
      class="panel"
      ref={panel}
      role="dialog"
      aria-label={chat.desk?.name ?? words.chat}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Header chat={chat} words={words} onClose={onClose} />
      <div class="bar" role="status">
        {chat.link === 'lost' && <p>{words.offline}</p>}
        {isRefused && <p class="refused">{chat.refusal}</p>}
      </div>
      <Thread chat={chat} words={words} held={held} />
      <div class="hints">
        <span class="typing" role="status">
          {chat.deskIsTyping && <Typing chat={chat} words={words} />}
        </span>
        {offersPerson && (
          <button type="button" class="chip" onClick={() => held.say(words.askForPerson)}>
            <Icon name="person" size={16} />
            {words.person}
          </button>
        )}
      </div>
      {!isRefused && <Composer held={held} words={words} />}
    </section>
  );
}

function Typing({ chat, words }: { chat: ReturnType<HeldChat['now']>; words: Texts }) {
  const name = chat.lines.findLast(({ from }) => from === 'agent')?.name ?? words.desk;
  return (
    <>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {name} {words.typing}
    </>
  );
}

/** A phone's keyboard covers the page without resizing it; the panel keeps to what is left to see. */
function fitToKeyboard(panel: HTMLElement | null): (() => void) | undefined {
  const view = window.visualViewport;
  if (!panel || !view) return undefined;
  const fit = () => {
    panel.style.setProperty('--seen', `${view.height}px`);
    panel.style.setProperty('--top', `${view.offsetTop}px`);
  };
  fit();
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  return () => {
    view.removeEventListener('resize', fit);
    view.removeEventListener('scroll', fit);
  };
}
