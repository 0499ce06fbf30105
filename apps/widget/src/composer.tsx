/** Where the visitor writes: Enter sends, Shift+Enter makes a line; a draft survives closing the panel. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HeldChat } from './hold-chat.ts';
import { Icon } from './icons.tsx';
import type { Texts } from './texts/words.ts';

const most = 10_000;
const warnFrom = 9_500;

let draft = '';

export function Composer({ held, words }: { held: HeldChat; words: Texts }) {
  const [text, setText] = useState(draft);
  const field = useRef<HTMLTextAreaElement>(null);
  const over = text.length - most;

  useEffect(() => field.current?.focus(), []);
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 132)}px`;
  }, [text]);

  const write = (value: string) => {
    draft = value;
    setText(value);
  };
  const send = () => {
    const said = text.trim();
    if (!said || over > 0) return;
    held.say(said);
    write('');
    field.current?.focus();
  };
  return (
    <form
      class="write"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="field">
        <textarea
          ref={field}
          rows={1}
          value={text}
          dir="auto"
          aria-label={words.write}
          aria-describedby="left"
          aria-invalid={over > 0}
          placeholder={words.write}
          enterkeyhint="send"
          onInput={(event) => {
            write(event.currentTarget.value);
            held.typing();
          }}
          onKeyDown={(event) => {
            // while a Chinese input method is composing, Enter chooses a word
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            send();
          }}
        />
        <button
          type="submit"
          class="send"
          aria-label={words.send}
          title={words.send}
          disabled={!text.trim() || over > 0}
        >
          <Icon name="send" size={20} />
        </button>
      </div>
      <p id="left" class={over > 0 ? 'left over' : 'left'} role="status">
        {over > 0 ? words.tooLong(over) : text.length > warnFrom ? words.left(-over) : ''}
      </p>
    </form>
  );
}
