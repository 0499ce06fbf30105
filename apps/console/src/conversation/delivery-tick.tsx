/** How far our words have come; what failed says why, what is unknown says what is known. */

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Message } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { sayInstant } from '../parts/say-time.ts';
import { tell } from '../parts/tell.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';

type State = NonNullable<Message['delivery']>['state'];
const icons: Record<State, IconName> = {
  queued: 'clock',
  sending: 'clock',
  sent: 'check',
  delivered: 'checks',
  read: 'checks',
  failed: 'failed',
  unknown: 'unknown',
};

export function DeliveryTick({ message }: { message: Message }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const mayReply = useMayReply();
  const { delivery } = message;
  if (!delivery) return null;
  const { state, at, because, detail } = delivery;
  const isOpen = state === 'failed' || state === 'unknown';
  return (
    <div className="tick" data-testid="delivery-tick" data-state={state}>
      <span className="line" title={sayInstant(at, language)}>
        <Icon name={icons[state]} size={14} />
        {t(`tick.${state}`)}
        {isOpen && because && ` — ${words.because(because)}`}
      </span>
      {isOpen && detail && <span className="tick-detail">{detail}</span>}
      {state === 'unknown' && <span className="tick-detail">{t('tick.unknown-more')}</span>}
      {isOpen && mayReply && <Settle message={message} state={state} />}
    </div>
  );
}

function Settle({ message, state }: { message: Message; state: 'failed' | 'unknown' }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  const settle = useMutation({
    mutationFn: (verb: 'send-again' | 'arrived') =>
      ask(`/v1/conversations/${message.conversationId}/messages/${message.id}/${verb}`, { body: {} }),
    onSuccess: (_answer, verb) => tell(t(`done.${verb}`)),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => client.invalidateQueries({ queryKey: ['messages', message.conversationId] }),
  });
  return (
    <span className="line">
      <Button
        size="compact-sm"
        variant="default"
        loading={settle.isPending}
        onClick={() => settle.mutate('send-again')}
      >
        {t('tick.send-again')}
      </Button>
      {state === 'unknown' && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={settle.isPending}
          onClick={() => settle.mutate('arrived')}
        >
          {t('tick.arrived')}
        </Button>
      )}
    </span>
  );
}
