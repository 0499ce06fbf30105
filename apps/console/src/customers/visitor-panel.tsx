/** On the card of a chat: whether the visitor is still here, what they walked through, and what the page told of them. */
import { useQuery } from '@tanstack/react-query';
import type { Conversation, Visitor, VisitorStep } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { visitorQuery } from './customer-queries.ts';
import { pageName, sayValues } from './visitor-words.ts';

const first = 6;

export function VisitorPanel({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isChat = conversation.standard === 'chat';
  const visitor = useQuery({ ...visitorQuery(conversation.id), enabled: isChat, refetchInterval: 20_000 }).data;
  const form = visitor?.form.length
    ? visitor.form.map(({ label, value, choice }) => ({ label: label[language], value: choice?.[language] ?? value }))
    : answers(conversation);
  if (!visitor && form.length === 0) return null;
  return (
    <section className="card-section visitor" aria-label={t('visitor-panel.title')} data-testid="visitor">
      <div className="line customer-title">
        <h3 className="grow">{t(visitor ? 'visitor-panel.title' : 'visitor-panel.form')}</h3>
        {visitor && <Here visitor={visitor} />}
      </div>
      {visitor && <Facts visitor={visitor} />}
      {form.length > 0 && (
        <dl className="pairs">
          {form.map(({ label, value }) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>
                <span className="cut selectable" title={value}>
                  {value}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {visitor && <Steps steps={visitor.steps} />}
    </section>
  );
}

const answers = ({ form }: Conversation) => Object.entries(form ?? {}).map(([label, value]) => ({ label, value }));

function Here({ visitor }: { visitor: Visitor }) {
  const { t } = useTranslation();
  return (
    <span className="line small here" data-here={visitor.isHere || undefined}>
      <span className="here-dot" aria-hidden="true" />
      {visitor.isHere ? (
        t('visitor-panel.here')
      ) : visitor.lastSeenAt ? (
        <span>
          {t('visitor-panel.left')} <Ago at={visitor.lastSeenAt} />
        </span>
      ) : (
        t('visitor-panel.away')
      )}
    </span>
  );
}

function Facts({ visitor }: { visitor: Visitor }) {
  const { t } = useTranslation();
  const language = visitor.language?.slice(0, 2);
  const rows = [
    ['referrer', visitor.referrer ? pageName(visitor.referrer) : null],
    ['search', visitor.searchTerm],
    ['region', visitor.region],
    ['device', visitor.device],
    ['language', language ? t(`language.${language}`, { defaultValue: visitor.language ?? '' }) : null],
    ['visits', visitor.visits > 0 ? t('visitor-panel.visit', { count: visitor.visits }) : null],
  ].filter((row): row is [string, string] => row[1] !== null);
  return (
    <dl className="pairs">
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{t(`visitor-panel.${name}`)}</dt>
          <dd>
            <span className="cut" title={value}>
              {value}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Steps({ steps }: { steps: VisitorStep[] }) {
  const { t } = useTranslation();
  const [isAll, showAll] = useState(false);
  const newest = [...steps].sort((one, other) => other.at.localeCompare(one.at));
  if (newest.length === 0) return <p className="small quiet">{t('visitor-panel.no-steps')}</p>;
  return (
    <>
      <h4>{t('visitor-panel.steps')}</h4>
      <ol className="steps" aria-live="polite">
        {newest.slice(0, isAll ? newest.length : first).map((step) => (
          <li key={step.at + step.url + step.name} className="line" data-kind={step.kind}>
            <Icon name={step.kind === 'page' ? 'globe' : 'spark'} size={13} label={t(`visitor-panel.${step.kind}`)} />
            <span className="two-lines grow">
              <span className="cut" title={step.url}>
                {step.kind === 'page' ? step.title || pageName(step.url) : step.name}
              </span>
              <span className="small quiet cut">
                {step.kind === 'page' ? pageName(step.url) : sayValues(step.values)}
              </span>
            </span>
            <span className="small quiet">
              <Ago at={step.at} />
            </span>
          </li>
        ))}
      </ol>
      {newest.length > first && (
        <button type="button" className="link small" onClick={() => showAll(!isAll)} aria-expanded={isAll}>
          {t(isAll ? 'visitor-panel.fewer' : 'visitor-panel.all', { count: newest.length })}
        </button>
      )}
    </>
  );
}
