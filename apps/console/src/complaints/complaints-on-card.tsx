/** On the card: each complaint with its steps, what was before, and the one thing to do now. */
import { Button } from '@mantine/core';
import type { ComplaintStand, Conversation } from '@trunkline/contracts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { sayInstant } from '../parts/say-time.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import { EarlierDialog } from './earlier-dialog.tsx';
import { EarlierView } from './earlier-view.tsx';
import { StepDialog } from './step-dialog.tsx';
import { StepsView } from './steps-view.tsx';
import './complaints.css';

type Open = { what: 'step' | 'tell' | 'hear'; ticketId: string } | null;

export function ComplaintsOnCard({ conversation }: { conversation: Conversation }) {
  const [open, setOpen] = useState<Open>(null);
  const all = conversation.complaints ?? [];
  const find = (ticketId: string | undefined) => all.find((one) => one.ticketId === ticketId);
  const first = all.find(({ next }) => next !== null)?.ticketId;
  const earlier = all.find((one) => one.earlier && one.earlier.satisfied === null)?.ticketId;
  const show = useCallback(
    (what: 'step' | 'tell' | 'hear', ticketId: string | undefined) => ticketId && setOpen({ what, ticketId }),
    [],
  );
  useOfferAct(
    'complaint-step',
    useCallback(() => show('step', first), [show, first]),
  );
  useOfferAct(
    'complaint-earlier',
    useCallback(() => show('tell', earlier), [show, earlier]),
  );
  useOfferAct(
    'complaint-earlier-heard',
    useCallback(() => show('hear', earlier), [show, earlier]),
  );
  const shown = find(open?.ticketId);
  const close = () => setOpen(null);
  return (
    <>
      {all.map((one) => (
        <ComplaintView key={one.ticketId} one={one} show={(what) => show(what, one.ticketId)} />
      ))}
      {shown && open?.what === 'step' && shown.next && (
        <StepDialog key={shown.next} complaint={shown} step={shown.next} close={close} />
      )}
      {shown && open && open.what !== 'step' && shown.earlier && (
        <EarlierDialog complaint={shown} earlier={shown.earlier} what={open.what} close={close} />
      )}
    </>
  );
}

type ViewProps = { one: ComplaintStand; show: (what: 'step' | 'tell' | 'hear') => void };

function ComplaintView({ one, show }: ViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayReply = useMayReply();
  return (
    <section className="card-section complaint" aria-label={t('complaint.title')} data-testid="complaint">
      <div className="line">
        <h3 className="grow">
          {t('complaint.title')} {one.number}
        </h3>
        {one.contactDueAt && (
          <span title={t('complaint.contact-due')}>
            <TimeLeft dueAt={one.contactDueAt} limitSeconds={900} />
          </span>
        )}
      </div>
      {one.promise && (
        <p className="small line" data-testid="complaint-promise">
          <Icon name="clock" size={13} />
          {t('complaint.promised', { at: sayInstant(one.promise.until, language) })}
        </p>
      )}
      {one.earlier && <EarlierView earlier={one.earlier} show={mayReply ? show : null} />}
      <StepsView complaint={one} />
      {mayReply && one.next && (
        <Button size="compact-sm" variant="default" onClick={() => show('step')} data-testid="complaint-take">
          {t('complaint.take')}
        </Button>
      )}
    </section>
  );
}
