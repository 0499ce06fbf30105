/** Hands a matter to a department: to whom, how the customer takes it, and, again, with exactly what they are not satisfied. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Attitude, Conversation, Submission } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { newKey } from '../parts/new-key.ts';
import { policyQuery } from '../parts/queries.ts';
import { Refused } from '../parts/refused.ts';
import { useKept } from '../parts/use-kept.ts';
import { useLanguage } from '../parts/use-language.ts';
import { ticketsOfQuery } from '../tickets/ticket-queries.ts';
import { useSubmissionOrder } from './submission-queries.ts';
import './submissions.css';

const attitudes: readonly Attitude[] = ['calm', 'disappointed', 'upset', 'angry', 'threatens'];
type Props = { conversation: Conversation; again: Submission | null; close: () => void; end: () => void };

export function SubmitDialog({ conversation, again, close, end }: Props) {
  const { t } = useTranslation();
  const [once] = useState(newKey);
  const [form, setForm, forget] = useKept(`submit:${conversation.id}:${again?.id ?? 'first'}`, {
    ticketId: (again?.ticketId ?? '') as string,
    subject: conversation.subject ?? '',
    department: again?.department ?? '',
    attitude: again?.attitude ?? ('upset' as Attitude),
    note: '',
    point: again?.complaint ?? '',
  });
  const order = useSubmissionOrder(() => {
    forget();
    close();
  });
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const needsPoint = again !== null;
  const isReady =
    form.department.trim() !== '' &&
    (form.ticketId !== '' || form.subject.trim() !== '') &&
    (!needsPoint || form.point.trim() !== '');
  const isExhausted = order.error instanceof Refused && order.error.reason === 'submissions-exhausted';
  return (
    <Dialog close={close} title={t(again ? 'submission.again' : 'submission.submit')} size="lg">
      <form
        className="submission-form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { ...form, ticketId: form.ticketId || null };
          order.mutate({ path: `conversations/${conversation.id}/submissions`, body, said: 'submission.done', once });
        }}
      >
        {!again && <WhichTicket conversation={conversation} form={form} put={put} />}
        <WhichDepartment value={form.department} put={(department) => put({ department })} />
        <NativeSelect
          label={t('submission.attitude')}
          value={form.attitude}
          data={attitudes.map((value) => ({ value, label: t(`attitude.${value}`) }))}
          onChange={({ currentTarget }) => put({ attitude: currentTarget.value as Attitude })}
        />
        <Textarea
          label={t('submission.point')}
          description={t(needsPoint ? 'submission.point-needed' : 'submission.point-hint')}
          required={needsPoint}
          autosize
          minRows={2}
          maxLength={1000}
          value={form.point}
          onChange={({ currentTarget }) => put({ point: currentTarget.value })}
        />
        <Textarea
          label={t('submission.note')}
          autosize
          minRows={2}
          maxLength={4000}
          value={form.note}
          onChange={({ currentTarget }) => put({ note: currentTarget.value })}
        />
        <FormFoot
          {...{ close, isReady }}
          go={t('submission.go')}
          isPending={order.isPending}
          error={order.error}
          hint={
            isExhausted && (
              <Button size="compact-sm" variant="default" onClick={end} data-testid="end-instead">
                {t('submission.end')}
              </Button>
            )
          }
          testId="submit-go"
        />
      </form>
    </Dialog>
  );
}

type Part = { ticketId: string; subject: string };

/** One that is open already, or a new one with a subject. */
function WhichTicket({
  conversation,
  form,
  put,
}: {
  conversation: Conversation;
  form: Part;
  put: (p: Partial<Part>) => void;
}) {
  const { t } = useTranslation();
  const tickets = (useQuery(ticketsOfQuery(conversation.id)).data ?? []).filter(({ state }) => state !== 'closed');
  return (
    <>
      {tickets.length > 0 && (
        <NativeSelect
          label={t('submission.ticket')}
          value={form.ticketId}
          data={[
            { value: '', label: t('submission.new-ticket') },
            ...tickets.map(({ id, number, subject }) => ({ value: id, label: `${number} · ${subject}` })),
          ]}
          onChange={({ currentTarget }) => put({ ticketId: currentTarget.value })}
        />
      )}
      {form.ticketId === '' && (
        <TextInput
          data-autofocus
          label={t('submission.subject')}
          required
          maxLength={200}
          value={form.subject}
          onChange={({ currentTarget }) => put({ subject: currentTarget.value })}
        />
      )}
    </>
  );
}

/** Those of the policy; where it names none, in words. */
function WhichDepartment({ value, put }: { value: string; put: (department: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const departments = useQuery(policyQuery).data?.departments ?? [];
  const label = t('submission.department');
  if (departments.length === 0) {
    return (
      <TextInput
        label={label}
        required
        maxLength={100}
        value={value}
        onChange={(event) => put(event.currentTarget.value)}
      />
    );
  }
  return (
    <NativeSelect
      label={label}
      required
      value={value}
      data={[
        { value: '', label: t('submission.choose') },
        ...departments.map(({ code, name }) => ({ value: code, label: name[language] })),
      ]}
      onChange={({ currentTarget }) => put(currentTarget.value)}
    />
  );
}
