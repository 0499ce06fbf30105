/** The foot of a long table: how much of it is shown, and more of it. */
import { Button } from '@mantine/core';
import { useSay } from './editing.ts';

export const pageLength = 60;

export function MoreRows({ shown, of, more }: { shown: number; of: number; more: () => void }) {
  const { t } = useSay();
  if (shown >= of) return null;
  return (
    <div className="line">
      <span className="quiet small grow">{t('shown-of', { shown, of })}</span>
      <Button size="compact-sm" variant="default" onClick={more}>
        {t('show-more')}
      </Button>
    </div>
  );
}
