/** The steps of a complaint: what was done, by whom and in which words; what is now; what comes. */
import type { ComplaintStand, ComplaintStep, ComplaintStepTaken } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/use-words.ts';

const order: ComplaintStep[] = [
  'receive',
  'record',
  'first-contact',
  'classify',
  'investigate',
  'plan',
  'agree',
  'carry-out',
  'answer',
  'follow-up',
];

/** What was taken more than once shows the last time; after the next one, nothing counts as done. */
export function StepsView({ complaint: { steps, next } }: { complaint: ComplaintStand }) {
  const { t } = useTranslation();
  const until = next === null ? order.length : order.indexOf(next);
  return (
    <ol className="complaint-steps" data-testid="complaint-steps" data-next={next ?? 'none'}>
      {order.map((step, at) => {
        const taken = at < until ? steps.findLast((one) => one.step === step) : undefined;
        const state = taken ? 'done' : step === next ? 'now' : 'later';
        return (
          <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="complaint-dot">{taken && <Icon name="check" size={11} />}</span>
            {taken ? <TakenView taken={taken} /> : <span>{t(`complaint.step.${step}`)}</span>}
          </li>
        );
      })}
    </ol>
  );
}

function TakenView({ taken }: { taken: ComplaintStepTaken }) {
  const { t } = useTranslation();
  const words = useWords();
  const said = saidOf(taken, t);
  const line = (
    <span className="line">
      <span className="grow">{t(`complaint.step.${taken.step}`)}</span>
      <span className="small quiet cut">
        {taken.by && `${words.person(taken.by)} · `}
        <Ago at={taken.at} />
      </span>
    </span>
  );
  if (said === '') return line;
  return (
    <details>
      <summary>{line}</summary>
      <p className="small complaint-said selectable">{said}</p>
    </details>
  );
}

function saidOf({ text, severity, agreement, result }: ComplaintStepTaken, t: (key: string) => string): string {
  const parts = [
    severity && t(`urgency.${severity}`),
    agreement && t(agreement.agreed ? 'complaint.agreed-yes' : 'complaint.agreed-no'),
    agreement && `${t(`complaint.how-${agreement.how}`)}: “${agreement.words}”`,
    result && t(`complaint.result-${result}`),
    text,
  ];
  return parts.filter(Boolean).join('\n');
}
