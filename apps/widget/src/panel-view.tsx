/** The open panel: who the desk is, what was said, and where to write. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { personHasJoined } from './chat-state.ts';
import { Composer } from './composer.tsx';
import { FormAway, FormBefore, FormTranscript } from './forms.tsx';
import { Header } from './header.tsx';
import type { HeldChat } from './hold-chat.ts';
import { Icon } from './icons.tsx';
import type { Texts } from './texts/words.ts';
import { Thread } from './thread.tsx';

export function PanelView({ held, words, onClose }: { held: HeldChat; words: Texts; onClose: () => void }) {
  const chat = held.now();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => fitToKeyboard(panel.current), []);
  const [wantsMail, setWantsMail] = useState(false);
  const { welcome } = chat;
  const isNew = chat.lines.length === 0 && chat.unsent.length === 0;
  const isAway = welcome !== null && !welcome.desk.isOpen && welcome.offline === 'form' && isNew;
  const asks = isNew && !isAway && !held.hasForm() ? (welcome?.asks ?? []) : [];
  const isRefused = chat.link === 'refused';
  const offersPerson = !isRefused && !isAway && asks.length === 0 && !personHasJoined(chat);
  return (
    <section
      class="panel"
      ref={panel}
      role="dialog"
      aria-label={chat.desk?.name ?? words.chat}
      onKeyDown={(event) => {
        keepInside(event, panel.current);
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Header chat={chat} words={words} onClose={onClose} />
      <div class="bar" role="status">
        {chat.link === 'lost' && <p>{words.offline}</p>}
        {isRefused && <p class="refused">{chat.refusal}</p>}
        {chat.place && <p class="place">{sayPlace(chat.place, words)}</p>}
      </div>
      {isAway ? (
        <FormAway held={held} words={words} welcome={welcome} />
      ) : asks.length > 0 ? (
        <FormBefore asks={asks} held={held} words={words} />
      ) : (
        <Thread chat={chat} words={words} held={held} />
      )}
      {wantsMail && welcome && (
        <FormTranscript held={held} words={words} welcome={welcome} onDone={() => setWantsMail(false)} />
      )}
      <div class="hints">
        <span class="typing" role="status">
          {chat.deskIsTyping && <Typing chat={chat} words={words} />}
        </span>
        {welcome?.transcript && chat.lines.length > 0 && (
          <button
            type="button"
            class="chip quiet"
            aria-expanded={wantsMail}
            aria-label={words.transcript}
            title={words.transcript}
            onClick={() => setWantsMail(!wantsMail)}
          >
            <Icon name="mail" size={16} />
          </button>
        )}
        {offersPerson && (
          <button type="button" class="chip" onClick={() => held.say(words.askForPerson)}>
            <Icon name="person" size={16} />
            {words.person}
          </button>
        )}
      </div>
      {!isRefused && !isAway && asks.length === 0 && <Composer held={held} words={words} />}
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

function sayPlace({ position, wait }: NonNullable<ReturnType<HeldChat['now']>['place']>, words: Texts): string {
  const minutes = (seconds: number) => Math.max(1, Math.ceil(seconds / 60));
  const how = wait ? words.wait(minutes(wait.low), minutes(wait.high)) : words.noWait;
  return position === null ? how : `${words.placeIs(position)} ${how}`;
}

/** Over the whole of a phone there is nothing behind the panel to reach: Tab goes round. */
function keepInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (event.key !== 'Tab' || !panel) return;
  const stops = [
    ...panel.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [tabindex="0"]'),
  ].filter((one) => !one.hasAttribute('disabled') && one.offsetParent !== null);
  const [first, last] = [stops[0], stops.at(-1)];
  const now = (panel.getRootNode() as ShadowRoot).activeElement;
  const next = event.shiftKey ? now === first && last : now === last && first;
  if (!next) return;
  event.preventDefault();
  next.focus();
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
