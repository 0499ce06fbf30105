/** Under a reply that was held: why, what may be said instead, and whom to ask. The draft is never lost. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Unsent } from '../conversation/hold-back.ts';
import { drafts, holdBack, putDraft } from '../conversation/unsent.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { useComplaintOrder } from './complaint-queries.ts';
import type { HeldPromise } from './promise-marks.ts';
import './complaints.css';

type Props = { unsent: Unsent; held: HeldPromise };

export function HeldPromiseView({ unsent, held: { instead } }: Props) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const { id, conversationId, text, error } = unsent;
  const edit = () => holdBack.undo(id);
  const order = useComplaintOrder(edit);
  const say = () => {
    const since = drafts.read(conversationId, 'reply');
    holdBack.undo(id);
    putDraft(conversationId, since ? `${instead}\n\n${since}` : instead);
  };
  const askFor = () => {
    const body = { kind: 'promise-asked', wanted: text.slice(0, 8000) };
    order.mutate({ path: `conversations/${conversationId}/consults`, body, said: 'complaint.held.asked' });
  };
  return (
    <div className="held-promise" role="alert" data-testid="held-promise">
      <p className="line">
        <Icon name="alert" size={15} />
        <b>{t('complaint.held.title')}</b>
      </p>
      <p>{sayProblem(error)}</p>
      {instead && (
        <>
          <p className="small quiet">{t('complaint.held.instead')}</p>
          <blockquote className="selectable">{instead}</blockquote>
        </>
      )}
      {order.error && <p className="small">{sayProblem(order.error)}</p>}
      <div className="line">
        {instead && (
          <Button size="compact-sm" onClick={say} data-testid="say-instead">
            {t('complaint.held.use-instead')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={edit} data-testid="held-edit">
          {t('complaint.held.edit')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={askFor}
          loading={order.isPending}
          data-testid="ask-promise"
        >
          {t('complaint.held.ask')}
        </Button>
      </div>
    </div>
  );
}
