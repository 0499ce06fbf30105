/** Tells the customer of their earlier complaint with the text offered, or notes whether they are content with it. */
import { Radio, Textarea } from '@mantine/core';
import type { ComplaintStand, EarlierComplaint } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useComplaintOrder } from './complaint-queries.ts';

type Props = { complaint: ComplaintStand; earlier: EarlierComplaint; what: 'tell' | 'hear'; close: () => void };

export function EarlierDialog({ complaint, earlier, what, close }: Props) {
  const { t } = useTranslation();
  const [text, write, forget] = useKept(`earlier:${complaint.ticketId}:${earlier.standing}`, earlier.text);
  const order = useComplaintOrder(() => {
    forget();
    close();
  });
  const [satisfied, say] = useState<boolean | null>(null);
  const isTold = what === 'tell';
  return (
    <Dialog close={close} title={t('complaint.earlier-title', { number: earlier.number })}>
      <form
        className="complaint-form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = isTold ? { text: text.trim() } : { satisfied };
          const said = isTold ? 'complaint.told' : 'complaint.noted';
          order.mutate({ path: `tickets/${complaint.ticketId}/earlier`, body, said });
        }}
      >
        {isTold ? (
          <Textarea
            data-autofocus
            label={t('complaint.sent')}
            description={t('complaint.sent-hint')}
            autosize
            minRows={3}
            maxRows={12}
            maxLength={8000}
            value={text}
            onChange={({ currentTarget }) => write(currentTarget.value)}
            data-testid="earlier-text"
          />
        ) : (
          <Radio.Group
            label={t('complaint.content-with')}
            value={satisfied === null ? '' : String(satisfied)}
            onChange={(value) => say(value === 'true')}
          >
            <div className="complaint-choices">
              <Radio value="true" label={t('complaint.content-yes')} data-autofocus />
              <Radio value="false" label={t('complaint.content-no')} />
            </div>
          </Radio.Group>
        )}
        <FormFoot
          close={close}
          go={t(isTold ? 'complaint.go-send' : 'complaint.go')}
          isReady={isTold ? text.trim() !== '' : satisfied !== null}
          isPending={order.isPending}
          error={order.error}
          testId="earlier-go"
        />
      </form>
    </Dialog>
  );
}
