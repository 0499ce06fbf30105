/** The supervisor says what to do; a call-back can be arranged in the same breath. */
import { Textarea, TextInput } from '@mantine/core';
import type { Consult } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useWords } from '../parts/use-words.ts';
import { useConsultOrder } from './consult-queries.ts';
import './consults.css';

type Asked = Pick<Consult, 'id' | 'kind' | 'wanted' | 'askedBy'>;

export function AnswerDialog({ consult, close }: { consult: Asked; close: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const empty = { instruction: '', callBackAt: '', promise: '' };
  const [form, setForm, forget] = useKept(`consult-answer:${consult.id}`, empty);
  const put = (part: Partial<typeof empty>) => setForm({ ...form, ...part });
  const { instruction, callBackAt, promise } = form;
  const order = useConsultOrder(() => {
    forget();
    close();
  });
  const mayPromise = consult.kind === 'promise-asked' || consult.kind === 'event-complaint';
  return (
    <Dialog close={close} title={t('consult.answer')}>
      <form
        className="consult-form"
        onSubmit={(event) => {
          event.preventDefault();
          const due = callBackAt === '' ? null : new Date(callBackAt).toISOString();
          const promiseUntil = promise === '' ? null : new Date(promise).toISOString();
          const body = { instruction: instruction.trim(), callBackAt: due, promiseUntil };
          order.mutate({ path: `consults/${consult.id}/answer`, body, said: 'consult.answered' });
        }}
      >
        <div>
          <p className="small quiet">
            {words.because({ code: `consult-${consult.kind}`, values: {} })}
            {consult.askedBy && ` — ${words.person(consult.askedBy)}`}
          </p>
          <blockquote className="consult-wanted selectable">{consult.wanted}</blockquote>
        </div>
        <Textarea
          data-autofocus
          label={t('consult.instruction')}
          description={t('consult.instruction-hint')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          value={instruction}
          onChange={({ currentTarget }) => put({ instruction: currentTarget.value })}
          data-testid="consult-instruction"
        />
        {mayPromise && (
          <TextInput
            type="datetime-local"
            label={t('consult.promise')}
            description={t('consult.promise-hint')}
            value={promise}
            onChange={({ currentTarget }) => put({ promise: currentTarget.value })}
            data-testid="consult-promise"
          />
        )}
        <TextInput
          type="datetime-local"
          label={t('consult.call-back')}
          description={t('consult.call-back-hint')}
          value={callBackAt}
          onChange={({ currentTarget }) => put({ callBackAt: currentTarget.value })}
        />
        <FormFoot
          close={close}
          go={t('consult.answer-go')}
          isReady={instruction.trim() !== ''}
          isPending={order.isPending}
          error={order.error}
          testId="consult-answer-go"
        />
      </form>
    </Dialog>
  );
}
