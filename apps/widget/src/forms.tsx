/** The questions before a chat, the message left out of hours, and where a transcript goes: small forms of one manner. */
import type { ChatAsked, ChatDone, ChatWelcome } from '@trunkline/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HeldChat } from './hold-chat.ts';
import type { Texts } from './texts/words.ts';

const kinds = { email: 'email', phone: 'tel', number: 'number', date: 'date' } as const;
const fills: Record<string, string> = { email: 'email', phone: 'tel', name: 'name' };

function Asked({ ask, words }: { ask: ChatAsked; words: Texts }) {
  const { code, label, kind, isRequired, choices } = ask;
  const own = { id: `ask-${code}`, name: code, required: isRequired };
  return (
    <div class="ask">
      <label for={own.id}>
        {label}
        {!isRequired && <small> {words.optional}</small>}
      </label>
      {kind === 'choice' ? (
        <select {...own}>
          <option value="" />
          {choices.map((one) => (
            <option key={one.code} value={one.code}>
              {one.label}
            </option>
          ))}
        </select>
      ) : kind === 'long-text' ? (
        <textarea {...own} rows={3} maxLength={2000} />
      ) : (
        <input
          {...own}
          type={(kinds[kind as keyof typeof kinds] ?? 'text') as 'text'}
          autocomplete={(fills[kind] ?? fills[code]) as never}
          maxLength={500}
        />
      )}
    </div>
  );
}

const answersOf = (form: HTMLFormElement) =>
  Object.fromEntries([...new FormData(form)].flatMap(([name, value]) => (value ? [[name, String(value).trim()]] : [])));

export function FormBefore({ asks, held, words }: { asks: readonly ChatAsked[]; held: HeldChat; words: Texts }) {
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        held.setForm(answersOf(event.currentTarget));
      }}
    >
      <h3>{words.formHello}</h3>
      {asks.map((ask) => (
        <Asked key={ask.code} ask={ask} words={words} />
      ))}
      <button type="submit" class="act">
        {words.startChat}
      </button>
    </form>
  );
}

type Asks = { held: HeldChat; words: Texts; welcome: ChatWelcome };

export function FormAway({ held, words, welcome }: Asks) {
  const [done, setDone] = useState<ChatDone | null | undefined>();
  const [to, setTo] = useState('');
  if (done?.ok)
    return (
      <p class="sheet" role="status">
        {words.leftMessage(to)}
      </p>
    );
  const field = (code: string, label: string, kind: ChatAsked['kind']): ChatAsked => ({
    code,
    label,
    kind,
    isRequired: true,
    choices: [],
  });
  return (
    <form
      class="sheet"
      onSubmit={async (event) => {
        event.preventDefault();
        const { name = '', email = welcome.email ?? '', text = '' } = answersOf(event.currentTarget);
        setTo(email);
        setDone(await held.leaveWords({ name, email, text }));
      }}
    >
      <h3>{words.awayHello}</h3>
      <p>{words.awayBy}</p>
      <Asked ask={field('name', words.yourName, 'text')} words={words} />
      <Asked ask={field('email', words.yourMail, 'email')} words={words} />
      <Asked ask={field('text', words.yourMessage, 'long-text')} words={words} />
      {done !== undefined && (
        <p class="wrong" role="alert">
          {done?.ok === false ? done.detail : words.fileNotUp}
        </p>
      )}
      <button type="submit" class="act">
        {words.leaveMessage}
      </button>
    </form>
  );
}

export function FormTranscript({ held, words, welcome, onDone }: Asks & { onDone: () => void }) {
  const [wrong, setWrong] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="sheet small"
      onSubmit={async (event) => {
        event.preventDefault();
        const { email = '' } = answersOf(event.currentTarget);
        const done = await held.mailTranscript(email);
        if (done?.ok)
          onDone(); // that it is on its way stands in the thread
        else setWrong(done?.detail ?? words.fileNotUp);
      }}
    >
      <label for="transcript-to">{words.transcriptTo}</label>
      <div class="row">
        <input
          ref={field}
          id="transcript-to"
          name="email"
          type="email"
          autocomplete="email"
          required
          // not `value`: whatever the chat draws anew would put back what stood here at first
          defaultValue={welcome.email ?? ''}
        />
        <button type="submit" class="act">
          {words.send}
        </button>
      </div>
      <p class="wrong" role="alert">
        {wrong}
      </p>
    </form>
  );
}
