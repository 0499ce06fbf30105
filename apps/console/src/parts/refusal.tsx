/** A place that could not be fetched: the sentence why, and another try. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from './empty.tsx';
import { useSayProblem } from './say-problem.ts';

export function Refusal({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return (
    <Empty
      icon="cloudOff"
      title={t('refusal.title')}
      acts={
        <Button variant="default" onClick={again}>
          {t('try-again')}
        </Button>
      }
    >
      {sayProblem(error)}
    </Empty>
  );
}
