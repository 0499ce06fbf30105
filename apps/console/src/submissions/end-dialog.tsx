/** Ends what is not submitted again: the words that reassure the customer, and the reason, which is kept. */
import { Switch, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation, Submission } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { policyQuery } from '../parts/queries.ts';
import { useKept } from '../parts/use-kept.ts';
import { useSubmissionOrder } from './submission-queries.ts';
import './submissions.css';

type Props = { conversation: Conversation; one: Submission | null; close: () => void };

export function EndDialog({ conversation, one, close }: Props) {
  const { t } = useTranslation();
  const empty = { typed: null as string | null, reason: '' };
  const [{ typed, reason }, setForm, forget] = useKept(`end:${conversation.id}`, empty);
  const order = useSubmissionOrder(() => {
    forget();
    close();
  });
  const shipped = useReassurance(conversation, one);
  const [isSent, send] = useState(conversation.channel !== 'phone');
  const text = typed ?? shipped;
  return (
    <Dialog close={close} title={t('submission.end')} size="lg">
      <form
        className="submission-form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { reason, text: isSent ? text : null };
          order.mutate({ path: `conversations/${conversation.id}/end-unsatisfied`, body, said: 'submission.ended' });
        }}
      >
        <p className="small quiet">{t('submission.end-hint')}</p>
        <Switch
          label={t('submission.reassure')}
          checked={isSent}
          onChange={({ currentTarget }) => send(currentTarget.checked)}
        />
        {isSent && (
          <Textarea
            aria-label={t('submission.reassure')}
            autosize
            minRows={4}
            maxLength={8000}
            value={text}
            onChange={({ currentTarget }) => setForm({ typed: currentTarget.value, reason })}
          />
        )}
        <Textarea
          data-autofocus
          label={t('submission.reason')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={({ currentTarget }) => setForm({ typed, reason: currentTarget.value })}
        />
        <FormFoot
          {...{ close }}
          go={t('submission.end')}
          isReady={reason.trim() !== '' && (!isSent || text.trim() !== '')}
          isPending={order.isPending}
          error={order.error}
          testId="end-go"
        />
      </form>
    </Dialog>
  );
}

/** The policy's words in the customer's language. */
function useReassurance({ language }: Conversation, one: Submission | null): string {
  const policy = useQuery(policyQuery).data;
  if (!policy) return '';
  const spoken = language === 'zh' || language === 'en' ? language : policy.desk.defaultLanguage;
  const words = policy.texts.reassurance?.[spoken] ?? '';
  return words.replaceAll('{ticket}', one?.number ?? '').replaceAll('{desk}', policy.desk.name[spoken]);
}
