/** The next step of a complaint, with what it records; the first contact and the answer go to the customer. */
import { Textarea } from '@mantine/core';
import type { ComplaintStand, ComplaintStep, NewComplaintStep } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useComplaintOrder } from './complaint-queries.ts';
import { isWhole, newDraft, type StepDraft, stepOf } from './step-draft.ts';
import { AgreeFields, FollowUpFields, SeverityField } from './step-fields.tsx';

type Props = { complaint: ComplaintStand; step: ComplaintStep; close: () => void };
const sent: readonly ComplaintStep[] = ['first-contact', 'answer'];

export function StepDialog({ complaint, step, close }: Props) {
  const { t } = useTranslation();
  const kept = `complaint-step:${complaint.ticketId}:${step}:${complaint.steps.length}`;
  const [draft, setDraft, forget] = useKept(kept, newDraft(complaint, step));
  const order = useComplaintOrder(() => {
    forget();
    close();
  });
  const change = (part: Partial<StepDraft>) => setDraft({ ...draft, ...part });
  const isSent = sent.includes(step);
  const title = t('complaint.take-title', { number: complaint.number, step: t(`complaint.step.${step}`) });
  return (
    <Dialog close={close} title={title}>
      <form
        className="complaint-form"
        onSubmit={(event) => {
          event.preventDefault();
          const body: NewComplaintStep = stepOf(step, draft);
          order.mutate({ path: `tickets/${complaint.ticketId}/complaint-steps`, body, said: 'complaint.taken' });
        }}
      >
        <blockquote className="complaint-content selectable">{complaint.content}</blockquote>
        {step === 'classify' && <SeverityField {...{ draft, change }} />}
        {step === 'agree' && <AgreeFields {...{ draft, change }} plan={planOf(complaint)} />}
        {step === 'follow-up' && <FollowUpFields {...{ draft, change }} />}
        {step !== 'agree' && <TextField {...{ step, draft, change }} />}
        <FormFoot
          close={close}
          go={t(isSent ? 'complaint.go-send' : 'complaint.go')}
          isReady={isWhole(step, draft)}
          isPending={order.isPending}
          error={order.error}
          testId="step-go"
        />
      </form>
    </Dialog>
  );
}

const planOf = ({ steps }: ComplaintStand) => steps.findLast(({ step }) => step === 'plan')?.text ?? '';

type TextProps = { step: ComplaintStep; draft: StepDraft; change: (part: Partial<StepDraft>) => void };

function TextField({ step, draft, change }: TextProps) {
  const { t } = useTranslation();
  const isNote = step === 'classify' || step === 'follow-up';
  const isSent = sent.includes(step);
  const hint = step === 'first-contact' ? 'complaint.contact-hint' : 'complaint.sent-hint';
  return (
    <Textarea
      {...(isNote ? {} : { 'data-autofocus': true })}
      label={t(isSent ? 'complaint.sent' : isNote ? 'complaint.note' : `complaint.label.${step}`)}
      description={isSent ? t(hint) : undefined}
      autosize
      minRows={isNote ? 2 : 3}
      maxRows={12}
      maxLength={8000}
      value={draft.text}
      onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      data-testid="step-text"
    />
  );
}
