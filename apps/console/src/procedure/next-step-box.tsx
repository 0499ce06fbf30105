/** What the procedure wants next, and why, with the one act for it; what else is wanted stands below, smaller. */

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation, NextStep } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../parts/icon.tsx';
import { meQuery } from '../parts/queries.ts';
import { useOrder } from '../parts/use-order.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { nextStep } from './next-step.ts';
import { useActOf } from './offer-act.ts';
import { orderSteps } from './order-steps.ts';
import './procedure.css';

type Props = { conversation: Conversation; write: () => void };

export function NextStepBox({ conversation, write }: Props) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data?.staff.id ?? null;
  const mayDecide = useMayDecide();
  const { first, mine, others } = orderSteps(conversation, { id: me, mayDecide });
  return (
    <section className="next-step" aria-label={t('next.title')} data-testid="next-step">
      <h3>{t('next.title')}</h3>
      {first ? <FirstStep step={first} /> : <PlainStep conversation={conversation} write={write} me={me} />}
      {mine.length + others.length > 0 && (
        <ul className="more-steps">
          {mine.map((step) => (
            <MoreStep key={step.because.code} step={step} />
          ))}
          {others.map((step) => (
            <OthersStep key={step.because.code} step={step} />
          ))}
        </ul>
      )}
    </section>
  );
}

function FirstStep({ step }: { step: NextStep }) {
  const { t } = useTranslation();
  const words = useWords();
  const run = useActOf(step.act);
  return (
    <>
      <p>{words.because(step.because)}</p>
      {step.act && run && (
        <Button fullWidth size="sm" mt={8} onClick={run} data-testid={`step-${step.act}`}>
          {t(`stepAct.${step.act}`)}
        </Button>
      )}
    </>
  );
}

function MoreStep({ step }: { step: NextStep }) {
  const { t } = useTranslation();
  const words = useWords();
  const run = useActOf(step.act);
  return (
    <li>
      <span>{words.because(step.because)}</span>
      {step.act && run && (
        <Button size="compact-xs" variant="default" onClick={run} data-testid={`step-${step.act}`}>
          {t(`stepAct.${step.act}`)}
        </Button>
      )}
    </li>
  );
}

function OthersStep({ step }: { step: NextStep }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <li className="quiet">
      <span>{t(`next.for-${step.for}`, { what: words.because(step.because) })}</span>
    </li>
  );
}

const icons: Record<string, IconName> = { accept: 'check', reply: 'reply', close: 'parked', 'take-over': 'takeOver' };

/** What its state alone wants, where no procedure wants anything of who looks. */
function PlainStep({ conversation, write, me }: Props & { me: string | null }) {
  const { t } = useTranslation();
  const words = useWords();
  const order = useOrder();
  const { act, because } = nextStep(conversation, me, useMayDecide());
  const run = () => {
    if (act === 'reply') write();
    else if (act) order.mutate({ id: conversation.id, verb: act });
  };
  return (
    <>
      <p>{t(`next.${because}`, { who: words.person(conversation.agentId) })}</p>
      {conversation.state === 'waiting' && conversation.waitingBecause && (
        <p className="small quiet">{words.because(conversation.waitingBecause)}</p>
      )}
      {act && (
        <Button fullWidth size="sm" mt={8} leftSection={<Icon name={icons[act] ?? 'check'} />} onClick={run}>
          {t(`next.act-${act}`)}
        </Button>
      )}
    </>
  );
}
