/** What one does with a rule of a list: up, down, away. */
import { ActionIcon } from '@mantine/core';
import { Icon } from '../parts/icon.tsx';
import { useSay } from './editing.ts';

type Props = { number: number; count: number; move: (by: -1 | 1) => void; remove: () => void };

export function RuleActs({ number, count, move, remove }: Props) {
  const { t } = useSay();
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('rules.up', { number })}
        onClick={() => move(-1)}
        disabled={number === 1}
      >
        <Icon name="up" size={14} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('rules.down', { number })}
        onClick={() => move(1)}
        disabled={number === count}
      >
        <Icon name="down" size={14} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('rules.remove', { number })} onClick={remove}>
        <Icon name="trash" size={15} />
      </ActionIcon>
    </>
  );
}
