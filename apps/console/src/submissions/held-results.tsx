/** Above the thread: results that the customer has not been told, the first of them first; once told it is gone. */
import { Button } from '@mantine/core';
import type { Conversation, Submission } from '@trunkline/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import { useSubmissionOrder } from './submission-queries.ts';
import './submissions.css';
import { useDepartmentOf } from './use-department-of.ts';

export const untoldOf = ({ submissions = [] }: Conversation): Submission[] =>
  submissions.filter(({ resultAt, toldAt }) => resultAt !== null && toldAt === null);

export function HeldResults({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const mayReply = useMayReply() && conversation.state !== 'closed';
  const sayProblem = useSayProblem();
  const departmentOf = useDepartmentOf();
  const order = useSubmissionOrder();
  const untold = untoldOf(conversation);
  const [first] = untold;
  const firstId = first?.id;
  const { mutate } = order;
  const tellFirst = useCallback(() => {
    if (!firstId) return;
    mutate(
      { path: `submissions/${firstId}/told`, body: { conversationId: conversation.id }, said: 'submission.told' },
      { onError: (error) => tell(sayProblem(error), 'failed') },
    );
  }, [firstId, conversation.id, mutate, sayProblem]);
  useOfferAct('tell-result', tellFirst);
  if (!first) return null;
  return (
    <section className="held-result" aria-label={t('submission.held')} data-testid="held-result" data-id={first.id}>
      <div className="line">
        <Icon name="alert" size={15} />
        <b className="grow cut">{t('submission.tell-first', { number: first.number, subject: first.subject })}</b>
        {untold.length > 1 && <span className="small quiet">{t('submission.more', { count: untold.length - 1 })}</span>}
        <span className="small quiet">
          <Ago at={first.resultAt!} />
        </span>
      </div>
      <p className="held-words selectable">{first.result}</p>
      <div className="line">
        <span className="small quiet grow cut">
          {departmentOf(first)} · {t(`attitude.${first.attitude}`)}
          {first.point && ` · ${first.point}`}
        </span>
        {mayReply && (
          <Button size="compact-sm" loading={order.isPending} onClick={tellFirst} data-testid="result-told">
            {t('submission.is-told')}
          </Button>
        )}
      </div>
    </section>
  );
}
