/** Gives a conversation to a colleague or a queue, in place, with a way back. */
import { Button, Popover, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation, Transfer } from '@trunkline/contracts';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Target, useTargets } from '../conversation/use-targets.ts';
import { Face } from '../parts/face.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

export function ReassignMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const reassign = useReassign(conversation);
  return (
    <Popover opened={isOpen} onChange={open} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="transfer" size={14} />}
          onClick={() => open(!isOpen)}
          data-testid="reassign"
        >
          {t('urgent.reassign')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="reassign" aria-label={t('urgent.reassign')}>
        <Targets
          conversation={conversation}
          choose={(target) => {
            open(false);
            reassign(target);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Targets({ conversation, choose }: { conversation: Conversation; choose: (target: Target) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const targets = useTargets(conversation);
  const sought = words.trim().toLowerCase();
  // whoever is not signed in cannot be given anything: shown last, and why
  const isThere = ({ presence }: Target) => presence === 'online';
  const found = [
    ...targets.agent.filter(isThere),
    ...targets.queue,
    ...targets.agent.filter((target) => !isThere(target)),
  ].filter(({ name, more }) => `${name} ${more}`.toLowerCase().includes(sought));
  const mayTake = (target: Target) => !target.presence || isThere(target);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button:not(:disabled)')];
    stops[stops.indexOf(document.activeElement as HTMLElement) + by]?.focus();
  };
  return (
    <search onKeyDown={press}>
      <TextInput
        data-autofocus
        size="xs"
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        placeholder={t('transfer.find')}
        aria-label={t('transfer.find')}
        leftSection={<Icon name="search" size={14} />}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0] && mayTake(found[0])) choose(found[0]);
        }}
      />
      <ul className="reassign-list scroll">
        {found.map((target) => (
          <li key={target.key}>
            <button type="button" className="reassign-one" disabled={!mayTake(target)} onClick={() => choose(target)}>
              {target.presence ? (
                <Face name={target.name} size={24} presence={target.presence} />
              ) : (
                <Icon name="queue" size={16} />
              )}
              <span className="grow cut">{target.name}</span>
              <span className="small quiet cut">{target.more}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="small quiet">{t('transfer.none')}</p>}
    </search>
  );
}

/** Who had it gets it back; where nobody did, its queue. */
function useReassign({ id, queue, agentId }: Conversation) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const order = useMutation({
    mutationFn: ({ to }: { to: Transfer['to'] }) => ask(`/v1/conversations/${id}/transfer`, { body: { to } }),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => {
      for (const key of [['conversation', id], ['urgent'], ['escalations'], ['conversations'], ['queues'], ['agents']])
        void client.invalidateQueries({ queryKey: key });
    },
  });
  return ({ to, name }: Target) => {
    const back: Transfer['to'] = agentId ? { agent: agentId } : { queue };
    order.mutate(
      { to },
      {
        onSuccess: () =>
          tell(t('urgent.reassigned', { name }), 'calm', {
            words: t('urgent.undo'),
            run: () => order.mutate({ to: back }),
          }),
      },
    );
  };
}
