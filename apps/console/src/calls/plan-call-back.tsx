/** Plans that the customer of a conversation is called back: when, and what for. */
import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation, NewCallBack } from '@trunkline/contracts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { ask } from '../parts/gateway.ts';
import { tell } from '../parts/tell.ts';
import { useKept } from '../parts/use-kept.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import '../consults/consults.css';

export function PlanCallBack({ conversation }: { conversation: Conversation }) {
  const [isOpen, open] = useState(false);
  useOfferAct(
    'plan-call-back',
    useCallback(() => open(true), []),
  );
  return isOpen ? <PlanForm id={conversation.id} close={() => open(false)} /> : null;
}

function PlanForm({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form, setForm, forget] = useKept(`call-back:${id}`, { dueAt: '', number: '', note: '' });
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const { dueAt, number, note } = form;
  const order = useMutation({
    mutationFn: (body: NewCallBack) => ask(`/v1/conversations/${id}/call-backs`, { body }),
    onSuccess: () => {
      tell(t('planCallBack.done'));
      forget();
      close();
    },
    onSettled: () => {
      for (const key of ['call-backs', 'conversation', 'messages']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <Dialog close={close} title={t('planCallBack.title')}>
      <form
        className="consult-form"
        onSubmit={(event) => {
          event.preventDefault();
          const due = dueAt === '' ? null : new Date(dueAt).toISOString();
          order.mutate({ dueAt: due, note: note.trim(), ...(number.trim() && { number: number.trim() }) });
        }}
      >
        <TextInput
          type="datetime-local"
          data-autofocus
          label={t('planCallBack.due')}
          description={t('planCallBack.due-hint')}
          value={dueAt}
          onChange={({ currentTarget }) => put({ dueAt: currentTarget.value })}
          data-testid="call-back-due"
        />
        <TextInput
          type="tel"
          label={t('planCallBack.number')}
          description={t('planCallBack.number-hint')}
          maxLength={64}
          value={number}
          onChange={({ currentTarget }) => put({ number: currentTarget.value })}
          data-testid="call-back-number"
        />
        <Textarea
          label={t('planCallBack.note')}
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={({ currentTarget }) => put({ note: currentTarget.value })}
        />
        <FormFoot
          close={close}
          go={t('planCallBack.go')}
          isReady
          isPending={order.isPending}
          error={order.error}
          testId="call-back-go"
        />
      </form>
    </Dialog>
  );
}
