/** Hands a conversation to a queue, a colleague or a place outside: what will happen stands there before it is sent. */

import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation, Mood, Transfer } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useTransferOrder, verdictQuery } from '../transfers/transfer-queries.ts';
import { VerdictBox } from '../transfers/verdict-box.tsx';
import { TargetList } from './target-list.tsx';
import './transfer.css';
import { type Target, useTargets } from './use-targets.ts';

/** `first`: the queue that is meant already, and why. */
type Props = {
  opened: boolean;
  close: () => void;
  conversation: Conversation;
  first?: { queue: string; why: string };
};

export function TransferDialog({ opened, close, conversation, first }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} close={close} title={t('transfer.title')} size={480}>
      <TransferForm conversation={conversation} close={close} {...(first && { first })} />
    </Dialog>
  );
}

function TransferForm({ conversation, close, first }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const all = useTargets(conversation);
  const [kind, setKind] = useState<keyof typeof all>('queue');
  const [target, choose] = useState<Target | null>(all.queue.find(({ key }) => key === first?.queue) ?? null);
  const kinds = (['queue', 'agent', 'external'] as const).filter(
    (one) => one !== 'external' || all.external.length > 0,
  );
  return (
    <div className="transfer">
      <SegmentedControl
        fullWidth
        value={kind}
        onChange={(value) => {
          setKind(value as keyof typeof all);
          choose(null);
        }}
        data={kinds.map((value) => ({ value, label: t(`transfer.${value}`) }))}
      />
      <TargetList key={kind} kind={kind} targets={all[kind]} chosen={target?.key ?? null} choose={choose} />
      <Handing key={target?.key ?? ''} {...{ conversation, target, close }} why={first?.why ?? ''} />
    </div>
  );
}

type Handed = { conversation: Conversation; target: Target | null; close: () => void; why: string };
const moods: Mood[] = ['calm', 'worried', 'upset', 'angry'];
type Words = { why: string; note: string; promised: string; mood: string; how: string };

function Handing({ conversation, target, close, why }: Handed) {
  const { t } = useTranslation();
  const empty: Words = { why, note: '', promised: '', mood: '', how: '' };
  const [words, setWords, forget] = useKept(`transfer:${conversation.id}:${target?.key ?? ''}`, empty);
  const set = (change: Partial<Words>) => setWords({ ...words, ...change });
  const { id } = conversation;
  const asked = useQuery({ ...verdictQuery(id, target?.to ?? { queue: '' }), enabled: target !== null });
  const verdict = target ? asked.data : undefined;
  const isSpoken = verdict?.because.code === 'ask-in-words';
  const [consent, setConsent] = useState<'ask' | 'given' | 'refused'>('ask');
  const said = isSpoken && consent === 'ask' ? 'given' : consent;
  const { handOn, say } = useTransferOrder(id, () => {
    forget();
    close();
  });
  const needsWord = verdict?.kind === 'asks' && said === 'given';
  const isReady = verdict !== undefined && verdict.kind !== 'refused' && (!needsWord || words.how.trim() !== '');
  return (
    <form
      className="transfer"
      onSubmit={(event) => {
        event.preventDefault();
        if (target && isReady)
          handOn.mutate({ to: target.to, ...bodyOf(words, verdict.kind === 'asks' ? said : null) });
      }}
    >
      {verdict && <VerdictBox verdict={verdict} say={{ run: (text) => say.mutate(text), isPending: say.isPending }} />}
      {verdict?.kind === 'asks' && (
        <SegmentedControl
          fullWidth
          aria-label={t('transfer.consent')}
          value={said}
          onChange={(value) => setConsent(value as typeof consent)}
          data={(isSpoken ? (['given', 'refused'] as const) : (['ask', 'given', 'refused'] as const)).map((value) => ({
            value,
            label: t(`transfer.consent-${value}`),
          }))}
          data-testid="transfer-consent"
        />
      )}
      {needsWord && (
        <TextInput
          label={t('transfer.how')}
          placeholder={t('transfer.how-hint')}
          value={words.how}
          maxLength={500}
          onChange={({ currentTarget }) => set({ how: currentTarget.value })}
          data-testid="transfer-how"
        />
      )}
      {verdict?.kind !== 'external' && verdict?.kind !== 'refused' && <CapsuleFields words={words} set={set} />}
      <Button
        type="submit"
        disabled={!isReady}
        loading={handOn.isPending}
        leftSection={<Icon name="transfer" />}
        data-testid="transfer-go"
      >
        {verdict?.kind === 'asks' && said !== 'given'
          ? t(`transfer.go-${said}`)
          : verdict?.kind === 'external'
            ? t('transfer.go-external')
            : target
              ? t('transfer.go-to', { name: target.name })
              : t('transfer.go')}
      </Button>
    </form>
  );
}

/** What travels: why, the summary, what was promised, how the customer takes it. */
function CapsuleFields({ words, set }: { words: Words; set: (change: Partial<Words>) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('transfer.why')}
        value={words.why}
        maxLength={500}
        onChange={({ currentTarget }) => set({ why: currentTarget.value })}
      />
      <Textarea
        label={t('transfer.note')}
        placeholder={t('transfer.note-hint')}
        value={words.note}
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        classNames={{ input: 'on-note' }}
      />
      <div className="transfer-pair">
        <TextInput
          label={t('transfer.promised')}
          value={words.promised}
          maxLength={1000}
          onChange={({ currentTarget }) => set({ promised: currentTarget.value })}
        />
        <NativeSelect
          label={t('transfer.mood')}
          value={words.mood}
          data={[
            { value: '', label: t('transfer.mood-none') },
            ...moods.map((value) => ({ value, label: t(`capsule.moods.${value}`) })),
          ]}
          onChange={({ currentTarget }) => set({ mood: currentTarget.value })}
        />
      </div>
    </>
  );
}

function bodyOf({ mood, ...texts }: Words, consent: Transfer['consent'] | null): Omit<Transfer, 'to'> {
  const said = Object.entries(texts).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()] as const] : []));
  return { ...Object.fromEntries(said), ...(mood && { mood: mood as Mood }), ...(consent && { consent }) };
}
