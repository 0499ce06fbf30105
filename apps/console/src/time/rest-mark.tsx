/** The pause mark: two bars and, for readers and on hover, why nothing counts down just now. */
import { useTranslation } from 'react-i18next';
import { now } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { sayMoment } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import type { Rest } from './rest-of.ts';

export function RestMark({ rest, isWordy }: { rest: Rest; isWordy?: boolean }) {
  const sentence = useSayRest()(rest);
  return (
    <span className="rest" title={sentence}>
      <Icon name="pause" size={13} {...(isWordy ? {} : { label: sentence })} />
      {isWordy && sentence}
    </span>
  );
}

export function useSayRest(): (rest: Rest) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (rest) => {
    if (rest.why === 'with-customer') return t('time.rest.with-customer');
    if (rest.opensAt === null) return t('time.rest.closed');
    return t('time.rest.closed-until', { at: sayMoment(rest.opensAt, now(), language) });
  };
}
