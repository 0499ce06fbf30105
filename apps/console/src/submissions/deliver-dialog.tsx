/** The supervisor says how a result goes out: by a call-back, or held for the customer's next contact. */
import { Radio, TextInput } from '@mantine/core';
import type { Submission } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { useSubmissionOrder } from './submission-queries.ts';
import './submissions.css';

/** What is urgent is not left to the customer to ask for. */
const isUrgent = ({ severity }: Submission): boolean => severity === 'high' || severity === 'critical';

export function DeliverDialog({ one, close }: { one: Submission; close: () => void }) {
  const { t } = useTranslation();
  const order = useSubmissionOrder(close);
  const [how, choose] = useState<'call-back' | 'held'>(isUrgent(one) ? 'call-back' : 'held');
  const [dueAt, setDueAt] = useState('');
  return (
    <Dialog close={close} title={t('submission.deliver', { number: one.number })}>
      <form
        className="submission-form"
        onSubmit={(event) => {
          event.preventDefault();
          const due = how === 'call-back' && dueAt !== '' ? new Date(dueAt).toISOString() : null;
          order.mutate({
            path: `submissions/${one.id}/delivery`,
            body: { how, dueAt: due },
            said: `submission.${how}`,
          });
        }}
      >
        <p className="selectable">{one.result}</p>
        <Radio.Group
          label={t('submission.how')}
          value={how}
          onChange={(value) => choose(value as 'call-back' | 'held')}
        >
          <div className="submission-choices">
            <Radio
              value="call-back"
              label={t('submission.by-call-back')}
              description={t('submission.call-back-hint')}
            />
            <Radio value="held" label={t('submission.by-holding')} description={t('submission.held-hint')} />
          </div>
        </Radio.Group>
        {how === 'call-back' && (
          <TextInput
            type="datetime-local"
            label={t('submission.due')}
            description={t('submission.due-hint')}
            value={dueAt}
            onChange={({ currentTarget }) => setDueAt(currentTarget.value)}
          />
        )}
        <FormFoot
          {...{ close }}
          go={t('submission.settle')}
          isReady
          isPending={order.isPending}
          error={order.error}
          testId="deliver-go"
        />
      </form>
    </Dialog>
  );
}
