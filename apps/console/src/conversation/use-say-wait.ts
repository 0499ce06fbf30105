/** Says how long somebody will go on waiting: a range that three of five waits end in, or why there is none. */
import type { Explanation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { useWords } from '../parts/use-words.ts';

type Wait = NonNullable<Explanation['place']>['wait'];

export function useSayWait() {
  const { t } = useTranslation();
  const words = useWords();
  const say = (seconds: number) =>
    seconds < 90
      ? t('why.seconds', { count: Math.max(1, Math.round(seconds)) })
      : t('why.minutes', { count: Math.round(seconds / 60) });
  return (wait: Wait) =>
    wait.kind === 'none' ? words.because(wait.because) : t('why.wait', { low: say(wait.low), high: say(wait.high) });
}
