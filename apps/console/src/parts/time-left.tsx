/** How long is left of a limit: a ring, then the time; once late, a sign and the word. */
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { Ring } from './ring.tsx';
import { pressureOf, sayInstant, sayStretch, shareLeft } from './say-time.ts';
import { useLanguage } from './use-language.ts';
import { useNow } from './use-now.ts';

type Props = { dueAt: string; limitSeconds: number; warnAtPercent?: number | undefined };

export function TimeLeft({ dueAt, limitSeconds, warnAtPercent }: Props) {
  const nowMs = useNow();
  const language = useLanguage();
  const { t } = useTranslation();
  const leftMs = Date.parse(dueAt) - nowMs;
  const pressure = pressureOf(leftMs, limitSeconds * 1000, warnAtPercent);
  const stretch = sayStretch(leftMs, language);
  return (
    <span className="left" data-pressure={pressure} title={t('due-at', { at: sayInstant(dueAt, language) })}>
      {pressure === 'late' ? <Icon name="alert" size={13} /> : <Ring share={shareLeft(leftMs, limitSeconds * 1000)} />}
      <span className="hidden">{t(`pressure.${pressure}`)}</span>
      {pressure === 'late' ? t('late-by', { stretch }) : stretch}
    </span>
  );
}
