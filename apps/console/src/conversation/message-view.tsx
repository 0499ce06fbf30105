/** One message: the customer's left, ours right, a note yellow across. */
import type { Conversation, Message } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '../parts/face.tsx';
import { Icon } from '../parts/icon.tsx';
import { sayClock, sayInstant } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNameOf } from '../parts/use-name-of.ts';
import { Attachments } from './attachments.tsx';
import { DeliveryTick } from './delivery-tick.tsx';
import './message.css';
import { Choices } from './choices.tsx';
import { LinkedText } from './linked-text.tsx';
import { MailChecksChip } from './mail-checks.tsx';
import { splitQuotation } from './split-quotation.ts';
import { SplitHere } from './thread-acts.tsx';
import { WholeMessageView } from './whole-message-view.tsx';

type Props = {
  message: Message;
  follows: boolean;
  conversation: Conversation;
  /** Something stands before it, and one may put the thread right. */
  maySplit?: boolean;
};

export function MessageView({ message, follows, conversation, maySplit = false }: Props) {
  const { t } = useTranslation();
  const side = message.kind === 'note' ? 'note' : message.from === 'customer' ? 'theirs' : 'ours';
  const nameOf = useNameOf();
  const name = message.from === 'customer' ? nameOf(conversation) : (message.authorName ?? t(`from.${message.from}`));
  const hasSubject = message.subject && message.subject !== conversation.subject;
  return (
    <article
      className="message"
      data-side={side}
      data-follows={follows || undefined}
      data-id={message.id}
      aria-label={t('thread.said', { name })}
    >
      {side === 'theirs' && <span className="message-face">{!follows && <Face name={name} size={28} />}</span>}
      <div className="message-body">
        {!follows && (
          <header className="message-head">
            {side === 'note' && <Icon name="note" size={13} />}
            {message.from === 'bot' && <Icon name="robot" size={13} />}
            <b>{side === 'note' ? t('thread.note-by', { name }) : name}</b>
            {message.kind === 'notice' && (
              <span className="chip" data-tone="soon">
                <Icon name="clock" size={12} />
                {t('thread.notice')}
              </span>
            )}
            <AutomaticChip message={message} />
            {message.checks && <MailChecksChip checks={message.checks} />}
          </header>
        )}
        <div className="bubble">
          {hasSubject && <p className="message-subject">{message.subject}</p>}
          <Said message={message} isMail={conversation.standard === 'mail'} />
          {message.attachments.length > 0 && <Attachments attachments={message.attachments} />}
          <Choices choices={message.choices ?? []} />
          <Foot message={message} />
        </div>
        {maySplit && <SplitHere conversation={conversation} messageId={message.id} />}
        {message.delivery && <DeliveryTick message={message} />}
      </div>
    </article>
  );
}

/** What a machine wrote is told from what a person wrote: nobody is made to answer it. */
function AutomaticChip({ message: { automatic } }: { message: Message }) {
  const { t } = useTranslation();
  if (!automatic) return null;
  return (
    <span
      className="chip"
      data-tone={automatic === 'bounce' ? 'failed' : undefined}
      title={t(`automatic-more.${automatic}`)}
    >
      <Icon name={automatic === 'bounce' ? 'failed' : 'robot'} size={12} />
      {t(`automatic.${automatic}`)}
    </span>
  );
}

function Foot({ message }: { message: Message }) {
  const language = useLanguage();
  return (
    <time className="message-time" dateTime={message.at} title={sayInstant(message.at, language)}>
      {sayClock(message.at, language)}
    </time>
  );
}

function Said({ message, isMail }: { message: Message; isMail: boolean }) {
  const { t } = useTranslation();
  const [unfolded, setUnfolded] = useState(false);
  const [whole, setWhole] = useState(false);
  const { own, quoted } = splitQuotation(message.text);
  const hasWhole = message.receiptId !== null && (isMail || message.hasMore);
  return (
    <>
      <p className="said">
        <LinkedText text={own} />
        {message.hasMore && !whole && '…'}
      </p>
      {quoted && (
        <button
          type="button"
          className="fold"
          onClick={() => setUnfolded(!unfolded)}
          aria-expanded={unfolded}
          title={t(unfolded ? 'thread.fold' : 'thread.unfold')}
        >
          <Icon name="more" size={14} label={t(unfolded ? 'thread.fold' : 'thread.unfold')} />
        </button>
      )}
      {quoted && unfolded && <blockquote className="quoted">{quoted}</blockquote>}
      {hasWhole && (
        <button type="button" className="link small" onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {t(whole ? 'thread.hide-whole' : 'thread.show-whole')}
        </button>
      )}
      {hasWhole && whole && <WholeMessageView receiptId={message.receiptId as string} />}
    </>
  );
}
