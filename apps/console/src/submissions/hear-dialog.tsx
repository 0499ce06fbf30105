/** What the customer says of the result: satisfied, or with exactly what not. */
import { Radio, Textarea } from '@mantine/core';
import type { Conversation, Submission } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useSubmissionOrder } from './submission-queries.ts';
import './submissions.css';

type Props = { conversation: Conversation; one: Submission; close: () => void };

export function HearDialog({ conversation, one, close }: Props) {
  const { t } = useTranslation();
  const [point, setPoint, forget] = useKept(`hear:${one.id}`, '');
  const order = useSubmissionOrder(() => {
    forget();
    close();
  });
  const [satisfied, say] = useState<boolean | null>(null);
  return (
    <Dialog close={close} title={t('submission.hear', { number: one.number })}>
      <form
        className="submission-form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { conversationId: conversation.id, satisfied, point: satisfied ? '' : point };
          order.mutate({ path: `submissions/${one.id}/heard`, body, said: 'submission.heard' });
        }}
      >
        <Radio.Group
          label={t('submission.is-satisfied')}
          value={satisfied === null ? '' : String(satisfied)}
          onChange={(value) => say(value === 'true')}
        >
          <div className="submission-choices">
            <Radio value="true" label={t('submission.yes')} data-autofocus />
            <Radio value="false" label={t('submission.no')} />
          </div>
        </Radio.Group>
        {satisfied === false && (
          <Textarea
            label={t('submission.point')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={point}
            onChange={({ currentTarget }) => setPoint(currentTarget.value)}
          />
        )}
        <FormFoot
          {...{ close }}
          go={t('submission.note-it')}
          isReady={satisfied === true || (satisfied === false && point.trim() !== '')}
          isPending={order.isPending}
          error={order.error}
          testId="hear-go"
        />
      </form>
    </Dialog>
  );
}
