/** What will happen if it is handed on so, before anything is sent; where it may not, what can be said instead. */
import { Button } from '@mantine/core';
import type { TransferVerdict } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useWords } from '../parts/use-words.ts';
import './transfers.css';

const icons: Record<TransferVerdict['kind'], IconName> = {
  external: 'send',
  refused: 'alert',
  goes: 'check',
  asks: 'why',
  tells: 'send',
  'to-supervisor': 'escalate',
};

type Props = { verdict: TransferVerdict; say: { run: (text: string) => void; isPending: boolean } | null };

export function VerdictBox({ verdict: { kind, because, text }, say }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <section
      className="verdict"
      data-kind={kind}
      data-testid="transfer-verdict"
      aria-live="polite"
      aria-label={t('transfer.verdict')}
    >
      <p className="line">
        <Icon name={icons[kind]} size={15} />
        <span>{words.because(because)}</span>
      </p>
      {text && kind !== 'refused' && (
        <p className="small">
          <span className="quiet">{t('transfer.in-words')}</span> <q>{text}</q>
        </p>
      )}
      {text && kind === 'refused' && say && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="send" size={14} />}
          loading={say.isPending}
          onClick={() => say.run(text)}
          data-testid="transfer-say"
        >
          {t('transfer.say')}
        </Button>
      )}
    </section>
  );
}
