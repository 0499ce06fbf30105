/** Replies still in this browser: undo while they wait, a question where something new came in, a reason where refused. */

import { Button } from '@mantine/core';
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { HeldPromiseView } from '../complaints/held-promise-view.tsx';
import { cutAtMarks, heldPromise } from '../complaints/promise-marks.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { useNow } from '../parts/use-now.ts';
import { Choices } from './choices.tsx';
import type { Unsent } from './hold-back.ts';
import { holdBack, useUnsent } from './unsent.ts';

export function UnsentView({ conversation }: { conversation: Conversation }) {
  const { id, version } = conversation;
  const own = useUnsent().filter(({ conversationId }) => conversationId === id);
  return own.map((unsent) => (
    <article key={unsent.id} className="message unsent" data-side="ours" data-state={unsent.state}>
      <div className="message-body">
        <div className="bubble">
          <Said unsent={unsent} />
          {unsent.attachments?.map(({ sha256, name }) => (
            <span key={sha256 + name} className="chip">
              <Icon name="clip" size={12} />
              {name}
            </span>
          ))}
          <Choices choices={unsent.choices ?? []} />
        </div>
        <Foot unsent={unsent} version={version} />
      </div>
    </article>
  ));
}

/** Words that may not be promised are marked where they stand. */
function Said({ unsent: { text, error } }: { unsent: Unsent }) {
  const held = heldPromise(error);
  return (
    <p className="said">
      {cutAtMarks(text, held?.marks ?? []).map(({ from, text: piece, isMarked }) =>
        isMarked ? <mark key={from}>{piece}</mark> : piece,
      )}
    </p>
  );
}

function Foot({ unsent, version }: { unsent: Unsent; version: number }) {
  const { t } = useTranslation();
  const nowMs = useNow();
  const sayProblem = useSayProblem();
  const { id, state, sendsAtMs, error } = unsent;
  const undo = () => holdBack.undo(id);
  const anyway = () => void holdBack.sendAnyway(id, version);
  const held = heldPromise(error);
  if (held && state === 'refused') return <HeldPromiseView unsent={unsent} held={held} />;
  if (state === 'sending')
    return (
      <p className="tick line" data-testid="delivery-tick" data-state="sending">
        <Icon name="clock" size={14} />
        {t('tick.sending')}
      </p>
    );
  if (state === 'held') {
    const seconds = Math.max(0, Math.ceil((sendsAtMs - Math.min(nowMs, Date.now())) / 1000));
    return (
      <div className="tick line">
        <span>{t('unsent.in', { seconds: Math.min(5, seconds) })}</span>
        <button type="button" className="link" onClick={undo} data-testid="send-undo">
          {t('unsent.undo')}
        </button>
        <button type="button" className="link" onClick={() => void holdBack.sendNow(id)} data-testid="send-now">
          {t('unsent.now')}
        </button>
      </div>
    );
  }
  return (
    <div className="tick" data-state="failed" role="alert">
      <span className="line">
        <Icon name="alert" size={14} />
        {sayProblem(error)}
      </span>
      <span className="line">
        <Button size="compact-sm" variant="default" onClick={undo}>
          {t('unsent.edit')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={anyway} data-testid="send-anyway">
          {t(state === 'stale' ? 'unsent.anyway' : 'try-again')}
        </Button>
      </span>
    </div>
  );
}
