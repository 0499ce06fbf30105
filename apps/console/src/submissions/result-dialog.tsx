/** Notes what the department found: from now on it is held for the customer. */
import { Textarea } from '@mantine/core';
import type { Submission } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useSubmissionOrder } from './submission-queries.ts';
import './submissions.css';
import { useDepartmentOf } from './use-department-of.ts';

export function ResultDialog({ one, close }: { one: Submission; close: () => void }) {
  const { t } = useTranslation();
  const departmentOf = useDepartmentOf();
  const [result, setResult, forget] = useKept(`result:${one.id}`, '');
  const order = useSubmissionOrder(() => {
    forget();
    close();
  });
  return (
    <Dialog close={close} title={t('submission.result-of', { number: one.number, department: departmentOf(one) })}>
      <form
        className="submission-form"
        onSubmit={(event) => {
          event.preventDefault();
          order.mutate({ path: `submissions/${one.id}/result`, body: { result }, said: 'submission.recorded' });
        }}
      >
        <Textarea
          data-autofocus
          label={t('submission.result')}
          description={t('submission.result-hint')}
          required
          autosize
          minRows={4}
          maxLength={8000}
          value={result}
          onChange={({ currentTarget }) => setResult(currentTarget.value)}
        />
        <FormFoot
          {...{ close }}
          go={t('submission.record-it')}
          isReady={result.trim() !== ''}
          isPending={order.isPending}
          error={order.error}
          testId="result-go"
        />
      </form>
    </Dialog>
  );
}
