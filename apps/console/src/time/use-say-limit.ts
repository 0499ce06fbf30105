/** The name of the limit that won: a standard's own, the silence after which one closes, or one of the policy's list. */
import { useTranslation } from 'react-i18next';

export function useSayLimit(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => {
    const [, from = '', standard = ''] = /^(standard|silence)-(.+)$/.exec(code) ?? [];
    if (from === '') return t('time.limit.own', { code });
    return t(`time.limit.${from}`, { standard: t(`standard.${standard}`, { defaultValue: standard }) });
  };
}

/** Silence is counted by no calendar: every hour counts. */
export function useSayCalendar(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => (code === 'elapsed' ? t('time.elapsed') : code);
}
