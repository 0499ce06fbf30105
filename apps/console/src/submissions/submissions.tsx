/** On the card: what was submitted to departments for this customer, and the dialogs behind the next steps. */
import { Button } from '@mantine/core';
import type { Conversation, Submission } from '@trunkline/contracts';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useMayDecide, useMayReply } from '../parts/use-role.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import './submissions.css';
import { useDepartmentOf } from './use-department-of.ts';

const SubmitDialog = lazy(() => import('./submit-dialog.tsx').then((file) => ({ default: file.SubmitDialog })));
const HearDialog = lazy(() => import('./hear-dialog.tsx').then((file) => ({ default: file.HearDialog })));
const EndDialog = lazy(() => import('./end-dialog.tsx').then((file) => ({ default: file.EndDialog })));
const DeliverDialog = lazy(() => import('./deliver-dialog.tsx').then((file) => ({ default: file.DeliverDialog })));
const ResultDialog = lazy(() => import('./result-dialog.tsx').then((file) => ({ default: file.ResultDialog })));

type Shown = 'submit' | 'hear' | 'again' | 'end' | 'deliver' | 'result' | null;

export function SubmissionsOnCard({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const mayReply = useMayReply() && conversation.state !== 'closed';
  const mayDecide = useMayDecide();
  const [shown, show] = useState<Shown>(null);
  const all = conversation.submissions ?? [];
  const waiting = all.find(({ resultAt }) => resultAt === null);
  const undecided = all.find(({ resultAt, toldAt, delivery }) => resultAt && !toldAt && !delivery);
  const told = all.filter(({ toldAt }) => toldAt).sort((a, b) => b.toldAt!.localeCompare(a.toldAt!));
  const unheard = told.find(({ satisfied }) => satisfied === null);
  const refused = told.find(({ satisfied }) => satisfied === false);
  useOfferAct('hear-result', useOpener(show, 'hear'));
  useOfferAct('submit-again', useOpener(show, 'again'));
  useOfferAct('end-unsatisfied', useOpener(show, 'end'));
  useOfferAct('deliver-result', useOpener(show, 'deliver'));
  const close = () => show(null);
  return (
    <section className="card-section" aria-label={t('submission.title')} data-testid="submissions">
      {all.length > 0 && <h3>{t('submission.title')}</h3>}
      <ul className="submissions">
        {all.map((one) => (
          <SubmissionView key={one.id} one={one} />
        ))}
      </ul>
      {mayReply && (
        <div className="line wrap">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="send" size={14} />}
            onClick={() => show('submit')}
            data-testid="submit"
          >
            {t('submission.submit')}
          </Button>
          {waiting && (
            <Button size="compact-sm" variant="default" onClick={() => show('result')} data-testid="record-result">
              {t('submission.record')}
            </Button>
          )}
        </div>
      )}
      <Suspense>
        {shown === 'submit' && <SubmitDialog {...{ conversation, close }} again={null} end={() => show('end')} />}
        {shown === 'again' && refused && (
          <SubmitDialog {...{ conversation, close }} again={refused} end={() => show('end')} />
        )}
        {shown === 'hear' && unheard && <HearDialog {...{ conversation, close }} one={unheard} />}
        {shown === 'end' && <EndDialog {...{ conversation, close }} one={refused ?? told[0] ?? null} />}
        {shown === 'deliver' && undecided && mayDecide && <DeliverDialog close={close} one={undecided} />}
        {shown === 'result' && waiting && <ResultDialog close={close} one={waiting} />}
      </Suspense>
    </section>
  );
}

const useOpener = (show: (what: Shown) => void, what: Shown) => useCallback(() => show(what), [show, what]);

function SubmissionView({ one }: { one: Submission }) {
  const { t } = useTranslation();
  const departmentOf = useDepartmentOf();
  const stand = standOf(one);
  return (
    <li className="submission" data-testid="submission" data-id={one.id} data-stand={stand}>
      <div className="line">
        <b className="grow cut">
          {one.number} · {departmentOf(one)}
        </b>
        <span className="small quiet">
          <Ago at={one.submittedAt} />
        </span>
      </div>
      <p className="small">
        {t('submission.turn', { turn: one.turn })} · {t(`attitude.${one.attitude}`)} · {t(`submission.stand.${stand}`)}
      </p>
      {one.point && <p className="small quiet">{t('submission.pointed', { point: one.point })}</p>}
      {one.result && one.toldAt && <p className="small quiet selectable">{one.result}</p>}
    </li>
  );
}

/** How it stands, in one word. */
export function standOf(one: Submission): 'with-department' | 'untold' | 'told' | 'satisfied' | 'unsatisfied' {
  if (one.resultAt === null) return 'with-department';
  if (one.toldAt === null) return 'untold';
  if (one.satisfied === null) return 'told';
  return one.satisfied ? 'satisfied' : 'unsatisfied';
}
