/** Labels that people put right, for a supervisor to decide; and the classifier that learns from what they approve. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClassifierVersions, Correction } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { sayInstant } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from '../supervise/box.tsx';
import { classifierQuery, correctionsQuery } from './queries.ts';
import { useDecide, useFit } from './use-decide.ts';

export function Corrections() {
  const { t } = useTranslation();
  const query = useQuery(correctionsQuery);
  const rows = query.data ?? [];
  return (
    <Box title={t('understand.title')} count={rows.length}>
      {query.isPending && <Bones shape="card" />}
      {query.isSuccess && rows.length === 0 && (
        <Empty icon="check" title={t('understand.no-corrections')}>
          {t('understand.no-corrections-more')}
        </Empty>
      )}
      <ul className="items">
        {rows.map((row) => (
          <CorrectionItem key={row.id} row={row} />
        ))}
      </ul>
      <Version />
    </Box>
  );
}

function CorrectionItem({ row }: { row: Correction }) {
  const { t } = useTranslation();
  const words = useWords();
  const decide = useDecide();
  const say = (label: string | null) => words.label(label) ?? t('card.unclassified');
  return (
    <li className="item" data-testid="correction" data-id={row.id}>
      <div className="line">
        <b className="grow cut">{t('understand.change', { from: say(row.from), to: say(row.to) })}</b>
        <span className="small quiet">
          {words.person(row.by)} · <Ago at={row.at} />
        </span>
      </div>
      <p className="cut" title={row.text}>
        {row.text}
      </p>
      <div className="line">
        <span className="grow" />
        {(['rejected', 'approved'] as const).map((state) => (
          <Button
            key={state}
            size="compact-sm"
            variant="default"
            loading={decide.isPending && decide.variables.state === state}
            leftSection={state === 'approved' ? <Icon name="check" size={14} /> : undefined}
            onClick={() => decide.mutate({ id: row.id, state })}
          >
            {t(state === 'approved' ? 'understand.approve' : 'understand.reject')}
          </Button>
        ))}
      </div>
    </li>
  );
}

function Version() {
  const { t } = useTranslation();
  const language = useLanguage();
  const fit = useFit();
  const classifier = useQuery(classifierQuery).data as ClassifierVersions | undefined;
  const newest = classifier?.items[0];
  if (!classifier || !newest) return null;
  const accuracy = (newest.accuracy * 100).toFixed(1);
  const because = t(`understand.because.${newest.because}`);
  return (
    <footer className="item line">
      <div className="grow">
        <p>{t('understand.version', { version: newest.version, accuracy })}</p>
        <p className="small quiet">
          {t('understand.version-more', { ...newest, at: sayInstant(newest.at, language) })} · {because}
        </p>
      </div>
      {classifier.unlearnt > 0 && (
        <Button
          size="compact-sm"
          loading={fit.isPending || classifier.isFitting}
          onClick={() => fit.mutate()}
          title={t('understand.unlearnt', { count: classifier.unlearnt })}
        >
          {t('understand.fit')} ({classifier.unlearnt})
        </Button>
      )}
    </footer>
  );
}
