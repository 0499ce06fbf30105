/** Whom a conversation may go to, found by a few letters and chosen by a click or the arrow keys. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '../parts/face.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Target } from './use-targets.ts';

type Props = {
  kind: 'queue' | 'agent' | 'external';
  targets: Target[];
  chosen: string | null;
  choose: (target: Target) => void;
};

export function TargetList({ kind, targets, chosen, choose }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const found = targets.filter(({ name, more }) =>
    `${name} ${more}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <>
      <TextInput
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        placeholder={t('transfer.find')}
        aria-label={t('transfer.find')}
        leftSection={<Icon name="search" />}
      />
      <div className="targets scroll" role="radiogroup" aria-label={t('transfer.title')}>
        {found.map((target) => (
          <label key={target.key} className="target" data-chosen={target.key === chosen || undefined}>
            <input
              type="radio"
              name="target"
              className="hidden"
              checked={target.key === chosen}
              onChange={() => choose(target)}
            />
            {kind === 'agent' ? (
              <Face name={target.name} size={28} presence={target.presence} />
            ) : (
              <span className="target-icon">
                <Icon name={kind === 'queue' ? 'queue' : 'send'} />
              </span>
            )}
            <span className="grow cut">{target.name}</span>
            <span className="small quiet">{target.more}</span>
            {target.key === chosen && <Icon name="check" />}
          </label>
        ))}
        {found.length === 0 && <p className="quiet small">{t('transfer.none')}</p>}
      </div>
    </>
  );
}
