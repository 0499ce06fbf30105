/** Where the visitor writes: Enter sends, Shift+Enter makes a line; a draft survives closing the panel. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Enclosed, useEnclosed } from './composer-files.ts';
import type { HeldChat } from './hold-chat.ts';
import { Icon } from './icons.tsx';
import type { Texts } from './texts/words.ts';

const most = 10_000;
const warnFrom = 9_500;

let draft = '';

export function Composer({ held, words }: { held: HeldChat; words: Texts }) {
  const [text, setText] = useState(draft);
  const { enclosed, add, clear } = useEnclosed(held, words);
  const [isOver, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const over = text.length - most;
  const files = enclosed.flatMap(({ file }) => file ?? []);
  const isBusy = enclosed.some(({ file, wrong }) => !file && !wrong);
  const maySend = !isBusy && over <= 0 && (text.trim() !== '' || files.length > 0);

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
    if (!maySend) return;
    held.say(text.trim(), files.length > 0 ? { files } : {});
    write('');
    clear();
    field.current?.focus();
  };
  const take = (files: FileList | null | undefined, event: Event) => {
    if (!files || files.length === 0) return;
    event.preventDefault();
    add(files);
  };
  return (
    <form
      class={isOver ? 'write over' : 'write'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        take(event.dataTransfer?.files, event);
      }}
    >
      <EnclosedFiles enclosed={enclosed} words={words} />
      <div class="field">
        <button
          type="button"
          class="attach"
          aria-label={words.attach}
          title={words.attach}
          onClick={() => picker.current?.click()}
        >
          <Icon name="clip" size={20} />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            add(event.currentTarget.files ?? []);
            event.currentTarget.value = '';
          }}
        />
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
          onPaste={(event) => take(event.clipboardData?.files, event)}
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
        <button type="submit" class="send" aria-label={words.send} title={words.send} disabled={!maySend}>
          <Icon name="send" size={20} />
        </button>
      </div>
      <p id="left" class={over > 0 ? 'left over' : 'left'} role="status">
        {over > 0 ? words.tooLong(over) : text.length > warnFrom ? words.left(-over) : ''}
      </p>
    </form>
  );
}

function EnclosedFiles({ enclosed, words }: { enclosed: Enclosed[]; words: Texts }) {
  if (enclosed.length === 0) return null;
  return (
    <ul class="enclosed">
      {enclosed.map(({ id, name, part, file, wrong, cancel }) => (
        <li key={id} class={wrong ? 'wrong' : ''}>
          <Icon name={wrong ? 'warn' : 'file'} size={16} />
          <span>
            <b>{name}</b>
            {wrong && <em role="alert">{wrong}</em>}
            {!wrong && !file && <progress value={part} max={1} aria-label={words.uploading(name)} />}
          </span>
          <button type="button" aria-label={words.takeBack(name)} title={words.takeBack(name)} onClick={cancel}>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
