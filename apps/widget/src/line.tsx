/** One line of the chat: the visitor's on the right with its tick, everybody else's on the left with a name. */
import type { ChatChoice, ChatLine } from '@trunkline/contracts';
import type { Unsent } from './chat-state.ts';
import { Files } from './files.tsx';
import { findLinks } from './find-links.ts';
import type { HeldChat } from './hold-chat.ts';
import { Icon } from './icons.tsx';
import { nameTime } from './name-day.ts';
import type { Texts } from './texts/words.ts';

type Shown = {
  line: ChatLine;
  day: string | null;
  isFirst: boolean;
  isLast: boolean;
  tick: 'sent' | 'seen' | null;
  words: Texts;
  held: HeldChat;
};

export function Line({ line, day, isFirst, isLast, tick, words, held }: Shown) {
  const time = nameTime(line.at, words.locale);
  if (line.from === 'customer') {
    return (
      <>
        {day && <Day name={day} />}
        <div class={isFirst ? 'line own first' : 'line own'}>
          {line.text && <Said text={line.text} title={time} who={words.you} />}
          <Files files={line.attachments} held={held} words={words} />
          {tick && (
            <span class="tick">
              {time} · {words[tick]} <Icon name={tick === 'seen' ? 'ticks' : 'tick'} size={14} />
            </span>
          )}
        </div>
      </>
    );
  }
  const name = line.name ?? (line.from === 'bot' ? words.bot : words.desk);
  return (
    <>
      {day && <Day name={day} />}
      <div class={`line ${line.from}${isFirst ? ' first' : ''}`}>
        {isFirst && (
          <span class="name">
            <span class="face" aria-hidden="true">
              {line.from === 'agent' ? (
                Array.from(name)[0]
              ) : (
                <Icon name={line.from === 'bot' ? 'bot' : 'clock'} size={13} />
              )}
            </span>
            {name}
            <time dateTime={line.at}>{time}</time>
          </span>
        )}
        <Said text={line.text} title={time} who={isFirst ? null : name} />
        <Files files={line.attachments} held={held} words={words} />
        {isLast && <Choices choices={line.choices} held={held} words={words} />}
      </div>
    </>
  );
}

export function UnsentLine({ line, words, held }: { line: Unsent; words: Texts; held: HeldChat }) {
  return (
    <div class="line own first waiting">
      {line.text && <Said text={line.text} title={nameTime(line.at, words.locale)} who={words.you} />}
      <Files files={line.files ?? []} held={held} words={words} />
      {line.refused ? (
        <span class="tick refused">
          <Icon name="warn" size={14} /> {words.notSent} {line.refused}{' '}
          <button type="button" onClick={() => held.sayAgain(line.txnId)}>
            {words.again}
          </button>{' '}
          <button type="button" onClick={() => held.withdraw(line.txnId)}>
            {words.discard}
          </button>
        </span>
      ) : (
        <span class="tick">
          {words.sending} <Icon name="clock" size={14} />
        </span>
      )}
    </div>
  );
}

/** Text is text: no markup of anybody's is ever read as such. */
function Said({ text, title, who }: { text: string; title: string; who: string | null }) {
  return (
    <p class="said" title={title} dir="auto">
      {who && <span class="words">{who}: </span>}
      {findLinks(text).map((piece) =>
        piece.href ? (
          <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

/** To be pressed while nothing was said after them. */
export function Choices({ choices, held, words }: { choices: readonly ChatChoice[]; held: HeldChat; words: Texts }) {
  if (choices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own
    <div class="choices" role="group" aria-label={words.choices}>
      {choices.map(({ code, label }) => (
        <button type="button" class="choice" key={code} onClick={() => held.say(label, { chosen: code })}>
          {label}
        </button>
      ))}
    </div>
  );
}

function Day({ name }: { name: string }) {
  return (
    <div class="day">
      <span>{name}</span>
    </div>
  );
}
