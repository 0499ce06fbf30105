/** The order key as a small stacked bar: the limit it starts from, and each boost in minutes of waiting. */
import { type Conversation, sayReason } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { sayClock, sayInstant, sayStretch } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';

type Parts = Conversation['orderKeyParts'];

export function OrderKeyBar({ parts }: { parts: Parts }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { boosts, boostMinutes, firstResponseSeconds, orderKey, arrivedAt } = parts;
  const say = (code: string) => sayReason(code, language);
  const given = boosts.filter(({ minutes }) => minutes > 0);
  const sum = given.reduce((minutes, boost) => minutes + boost.minutes, 0);
  const at = new Date(orderKey).toISOString();
  return (
    <figure className="order-key">
      <figcaption className="line small">
        <span className="grow">{t('why.order-key')}</span>
        <b title={sayInstant(at, language)}>{t('why.served-as', { at: sayClock(at, language) })}</b>
      </figcaption>
      {given.length > 0 && (
        <div className="bar" aria-hidden="true">
          {given.map(({ because, minutes }, index) => (
            <span
              key={because}
              className="bar-part"
              data-part={index % 5}
              style={{ flexGrow: minutes }}
              title={`${say(because)}: ${minutes} min`}
            />
          ))}
        </div>
      )}
      <ul className="bar-words small">
        <li>
          <span className="grow">{t('why.arrived', { at: sayClock(arrivedAt, language) })}</span>
          <span>+ {sayStretch(firstResponseSeconds * 1000, language)}</span>
        </li>
        {given.map(({ because, minutes }, index) => (
          <li key={because}>
            <i className="bar-dot" data-part={index % 5} aria-hidden="true" />
            <span className="grow">{say(because)}</span>
            <span>− {t('minutes', { count: minutes })}</span>
          </li>
        ))}
        {boostMinutes < sum && (
          <li className="quiet">
            <span className="grow">{t('why.capped')}</span>
            <span>− {t('minutes', { count: boostMinutes })}</span>
          </li>
        )}
      </ul>
    </figure>
  );
}
