/** Hands a conversation to a queue or a colleague, with a word for whoever gets it. */

import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { Conversation, Transfer } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { Face } from '../parts/face.tsx';
import { Icon } from '../parts/icon.tsx';
import './transfer.css';
import { useTargets } from './use-targets.ts';

type Props = { opened: boolean; close: () => void; conversation: Conversation; transfer: (body: Transfer) => void };

export function TransferDialog({ opened, close, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} close={close} title={t('transfer.title')} size={480}>
      <TransferForm {...rest} />
    </Dialog>
  );
}

function TransferForm({ conversation, transfer }: Pick<Props, 'conversation' | 'transfer'>) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<'queue' | 'agent'>('queue');
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const targets = useTargets(conversation)[kind].filter(({ name, more }) =>
    `${name} ${more}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const target = targets.find(({ key }) => key === chosen);
  return (
    <form
      className="transfer"
      onSubmit={(event) => {
        event.preventDefault();
        if (target) transfer({ to: target.to, ...(note.trim() ? { note: note.trim() } : {}) });
      }}
    >
      <SegmentedControl
        fullWidth
        value={kind}
        onChange={(value) => {
          setKind(value as 'queue' | 'agent');
          setChosen(null);
        }}
        data={[
          { value: 'queue', label: t('transfer.queue') },
          { value: 'agent', label: t('transfer.agent') },
        ]}
      />
      <TextInput
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        placeholder={t('transfer.find')}
        aria-label={t('transfer.find')}
        leftSection={<Icon name="search" />}
      />
      <div className="targets scroll" role="radiogroup" aria-label={t('transfer.title')}>
        {targets.map(({ key, name, more, presence }) => (
          <label key={key} className="target" data-chosen={key === chosen || undefined}>
            <input
              type="radio"
              name="target"
              className="hidden"
              checked={key === chosen}
              onChange={() => setChosen(key)}
            />
            {kind === 'agent' ? (
              <Face name={name} size={28} presence={presence} />
            ) : (
              <span className="target-icon">
                <Icon name="queue" />
              </span>
            )}
            <span className="grow cut">{name}</span>
            <span className="small quiet">{more}</span>
            {key === chosen && <Icon name="check" />}
          </label>
        ))}
        {targets.length === 0 && <p className="quiet small">{t('transfer.none')}</p>}
      </div>
      <Textarea
        label={t('transfer.note')}
        placeholder={t('transfer.note-hint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        classNames={{ input: 'on-note' }}
      />
      <Button type="submit" disabled={!target} leftSection={<Icon name="transfer" />} data-testid="transfer-go">
        {target ? t('transfer.go-to', { name: target.name }) : t('transfer.go')}
      </Button>
    </form>
  );
}
