/** What was said, oldest first, with days between; stays at the end unless the visitor reads further up. */
import type { ChatLine } from '@trunkline/contracts';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Chat, lastAnswered } from './chat-state.ts';
import type { HeldChat } from './hold-chat.ts';
import { Icon } from './icons.tsx';
import { Choices, Line, UnsentLine } from './line.tsx';
import { isSameDay, nameDay } from './name-day.ts';
import type { Texts } from './texts/words.ts';

const togetherMs = 5 * 60_000;

export function Thread({ chat, words, held }: { chat: Chat; words: Texts; held: HeldChat }) {
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [missed, setMissed] = useState(0);
  const last = chat.lines.at(-1)?.sequence ?? 0;

  useLayoutEffect(() => {
    if (isAtEnd.current || chat.lines.at(-1)?.from === 'customer') toEnd(log.current);
    else setMissed(chat.lines.filter(({ sequence }) => sequence > chat.readTo).length);
  }, [last, chat.unsent.length, chat.deskIsTyping]);

  useEffect(() => {
    const watcher = new ResizeObserver(() => isAtEnd.current && toEnd(log.current));
    if (log.current) watcher.observe(log.current);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    const look = () => {
      if (last > 0 && isAtEnd.current && document.visibilityState === 'visible') held.read(last);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [last, missed]);

  const onScroll = () => {
    const box = log.current;
    if (!box) return;
    isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    if (isAtEnd.current) setMissed(0);
  };
  const answered = lastAnswered(chat);
  const lastOwn = chat.lines.findLast(({ from }) => from === 'customer')?.sequence;
  return (
    <div class="middle">
      <div
        class="log"
        ref={log}
        role="log"
        aria-live="polite"
        aria-label={words.thread}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        <Welcome chat={chat} words={words} held={held} />
        {chat.lines.map((line, at) => (
          <Line
            key={line.sequence}
            line={line}
            day={dayBefore(chat.lines, at, words)}
            isFirst={!goesOn(chat.lines[at - 1], line)}
            tick={line.sequence === lastOwn ? (answered > line.sequence ? 'seen' : 'sent') : null}
            isLast={at === chat.lines.length - 1 && chat.unsent.length === 0}
            words={words}
            held={held}
          />
        ))}
        {chat.unsent.map((line) => (
          <UnsentLine key={line.txnId} line={line} words={words} held={held} />
        ))}
      </div>
      {missed > 0 && (
        <button type="button" class="newer" onClick={() => toEnd(log.current)}>
          <Icon name="down" size={14} />
          {words.newLines(missed)}
        </button>
      )}
    </div>
  );
}

function Welcome({ chat, words, held }: { chat: Chat; words: Texts; held: HeldChat }) {
  if (chat.lines.length > 0) return null;
  return (
    <div class="hello">
      <h3>{words.hello}</h3>
      <p>{chat.desk && !chat.desk.isOpen ? words.closedHello : words.askAnything}</p>
      {chat.unsent.length === 0 && <Choices choices={chat.welcome?.firstReplies ?? []} held={held} words={words} />}
    </div>
  );
}

function dayBefore(lines: readonly ChatLine[], at: number, words: Texts): string | null {
  const line = lines[at] as ChatLine;
  const before = lines[at - 1];
  return before && isSameDay(before.at, line.at) ? null : nameDay(line.at, new Date(), words);
}

function goesOn(before: ChatLine | undefined, line: ChatLine): boolean {
  if (!before || before.from !== line.from || before.name !== line.name || !isSameDay(before.at, line.at)) return false;
  return Date.parse(line.at) - Date.parse(before.at) < togetherMs;
}

function toEnd(box: HTMLElement | null): void {
  if (box) box.scrollTop = box.scrollHeight;
}
