/** Where one writes: Reply and Note are two grounds that cannot be mistaken for each other. */

import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { CannedList, useCanned } from '../guides/canned-list.tsx';
import { Macros } from '../guides/macros.tsx';
import { Icon } from '../parts/icon.tsx';
import { modKey } from '../parts/mod-key.ts';
import { newKey } from '../parts/new-key.ts';
import { usePreferences } from '../parts/preferences.ts';
import { channelsQuery } from '../parts/queries.ts';
import { countSegments } from './count-segments.ts';
import './composer.css';
import { ComposerTools } from './composer-tools.tsx';
import type { Ground } from './drafts.ts';
import { enclosed, isGoing, useEnclosed } from './enclosed.ts';
import { EnclosedView } from './enclosed-view.tsx';
import { putUpFiles } from './put-up-file.ts';
import { drafts, hearGivenBack, holdBack } from './unsent.ts';
import { useReplyStand } from './use-reply-stand.ts';
import { useSayTyping } from './use-say-typing.ts';
import { useWriteNote } from './use-write-note.ts';
import { WindowLine } from './window-line.tsx';

type Props = { conversation: Conversation; ground: Ground; setGround: (ground: Ground) => void; focusAsked: number };

export function Composer({ conversation, ground: asked, setGround, focusAsked }: Props) {
  const { t } = useTranslation();
  const { id, version } = conversation;
  const stand = useReplyStand(conversation);
  const ground: Ground = stand.kind === 'may-not' ? 'note' : asked;
  const [text, setText] = useDraft(id, ground);
  const field = useRef<HTMLTextAreaElement>(null);
  const writeNote = useWriteNote(id);
  const sayTyping = useSayTyping(id);
  const channel = useQuery(channelsQuery).data?.find(({ name }) => name === conversation.channel);
  const together = useEnclosed(id);
  const hasFiles = ground === 'reply' && together.files.some(({ state }) => state === 'there');
  const isEmpty = text.trim() === '' && !hasFiles;
  useEffect(() => {
    if (focusAsked > 0) field.current?.focus();
  }, [focusAsked]);

  const isBlocked = ground === 'reply' && (stand.kind === 'not-now' || isGoing(together));
  const mayEnclose = ground === 'reply' && stand.kind === 'may';
  const send = () => {
    if (isEmpty || isBlocked) return;
    if (ground === 'note') writeNote(text.trim(), () => setText(text));
    else
      holdBack.hold({
        id: newKey(),
        conversationId: id,
        text: text.trim(),
        seenVersion: version,
        ...enclosed.take(id),
      });
    setText('');
    field.current?.focus();
  };
  const canned = useCanned(id, { text, isOn: mayEnclose, put: setText });
  const pressed = usePressed(send, canned.onKey);
  const taken = useTaken(mayEnclose, (files) => putUpFiles(id, files, channel?.maxFileBytes ?? null));
  return (
    <section className="composer" data-ground={ground} aria-label={t('composer.label')} {...taken}>
      <div className="grounds" role="tablist" aria-label={t('composer.ground')}>
        {stand.kind !== 'may-not' && <GroundTab name="reply" at={ground} choose={setGround} />}
        <GroundTab name="note" at={ground} choose={setGround} />
        {ground === 'note' && <span className="ground-hint small">{t('composer.note-hint')}</span>}
      </div>
      {ground === 'reply' && <WindowLine conversation={conversation} />}
      {ground === 'reply' && stand.kind === 'not-now' && (
        <p className="composer-stand" data-testid="composer-stand">
          <Icon name="alert" size={15} />
          {stand.words}
        </p>
      )}
      {canned.isOpen && <CannedList {...canned} />}
      <Textarea
        ref={field}
        data-testid="composer-text"
        aria-label={t(ground === 'note' ? 'composer.note' : 'composer.reply')}
        placeholder={t(ground === 'note' ? 'composer.note-placeholder' : 'composer.reply-placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (ground === 'reply') sayTyping();
        }}
        onKeyDown={pressed}
        autosize
        minRows={2}
        maxRows={12}
        variant="unstyled"
        maxLength={65_536}
      />
      {mayEnclose && <EnclosedView conversationId={id} channel={channel} />}
      <Foot {...{ conversation, ground, text, isEmpty }} send={send} isBlocked={isBlocked}>
        {ground === 'reply' && <ComposerTools conversationId={id} channel={channel} isOff={!mayEnclose} />}
        {mayEnclose && <Macros id={id} />}
      </Foot>
    </section>
  );
}

type FootProps = {
  conversation: Conversation;
  ground: Ground;
  text: string;
  isEmpty: boolean;
  send: () => void;
  isBlocked: boolean;
  children: ReactNode;
};

function Foot({ conversation, ground, text, isEmpty, send, isBlocked, children }: FootProps) {
  const { t } = useTranslation();
  const { enterSends } = usePreferences();
  const sms = conversation.standard === 'sms' && ground === 'reply' && text ? countSegments(text) : null;
  return (
    <div className="composer-foot">
      {children}
      <span className="small grow composer-hint">
        {sms
          ? t('composer.segments', { count: sms.segments, left: sms.left })
          : text
            ? t('composer.kept')
            : t(enterSends ? 'composer.enter-sends' : 'composer.mod-enter-sends', { key: modKey })}
      </span>
      <Button
        size="compact-md"
        data-testid="composer-send"
        color={ground === 'note' ? '#e0b32c' : undefined}
        disabled={isEmpty || isBlocked}
        onClick={send}
        leftSection={<Icon name={ground === 'note' ? 'note' : 'send'} size={15} />}
      >
        {t(ground === 'note' ? 'composer.leave-note' : 'composer.send')}
      </Button>
    </div>
  );
}

function GroundTab({ name, at, choose }: { name: Ground; at: Ground; choose: (ground: Ground) => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      role="tab"
      className="ground-tab"
      data-ground={name}
      aria-selected={name === at}
      onClick={() => choose(name)}
    >
      <Icon name={name} size={15} />
      {t(`composer.${name}`)}
    </button>
  );
}

/** `first`: takes a key before anybody else does. */
function usePressed(send: () => void, first: (event: KeyboardEvent) => boolean) {
  const { enterSends } = usePreferences();
  return (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || first(event)) return;
    if (event.key === 'Escape') return event.currentTarget.blur();
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey || (enterSends && !event.shiftKey));
    if (!isSend) return;
    event.preventDefault();
    send();
  };
}

/** Files dropped on it or pasted into it go with the reply; pasted text stays text. */
function useTaken(mayTake: boolean, take: (files: File[]) => void) {
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => mayTake && event.dataTransfer.types.includes('Files');
  return {
    'data-over': isOver || undefined,
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files];
      if (!mayTake || files.length === 0) return;
      event.preventDefault();
      take(files);
    },
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      take([...event.dataTransfer.files]);
    },
  };
}

/** The draft of this conversation and ground: read once, kept on every key. */
function useDraft(id: string, ground: Ground): [string, (text: string) => void] {
  const [texts, setTexts] = useState(() => ({ reply: drafts.read(id, 'reply'), note: drafts.read(id, 'note') }));
  useEffect(() => {
    hearGivenBack((given) => {
      if (given === id) setTexts((before) => ({ ...before, reply: drafts.read(id, 'reply') }));
    });
    return () => hearGivenBack(() => {});
  }, [id]);
  const keep = (text: string) => {
    drafts.keep(id, ground, text);
    setTexts((before) => ({ ...before, [ground]: text }));
  };
  return [texts[ground], keep];
}
