/** What the procedure wants next, and why, with the one act for it. */

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../parts/icon.tsx';
import { meQuery } from '../parts/queries.ts';
import { useOrder } from '../parts/use-order.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { nextStep } from './next-step.ts';

const icons: Record<string, IconName> = { accept: 'check', reply: 'reply', close: 'parked', 'take-over': 'takeOver' };

export function NextStepBox({ conversation, write }: { conversation: Conversation; write: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const order = useOrder();
  const me = useQuery(meQuery).data?.staff.id ?? null;
  const { act, because } = nextStep(conversation, me, useMayDecide());
  const who = words.person(conversation.agentId);
  const run = () => {
    if (act === 'reply') write();
    else if (act) order.mutate({ id: conversation.id, verb: act });
  };
  return (
    <section className="next-step" aria-label={t('next.title')}>
      <h3>{t('next.title')}</h3>
      <p>{t(`next.${because}`, { who })}</p>
      {conversation.state === 'waiting' && conversation.waitingBecause && (
        <p className="small quiet">{words.because(conversation.waitingBecause)}</p>
      )}
      {act && (
        <Button fullWidth size="sm" mt={8} leftSection={<Icon name={icons[act] ?? 'check'} />} onClick={run}>
          {t(`next.act-${act}`)}
        </Button>
      )}
    </section>
  );
}
