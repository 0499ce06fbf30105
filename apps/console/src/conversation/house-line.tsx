/** A fact of the house as one small grey line; with a decision behind it, it opens its working. */
import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../parts/icon.tsx';
import { explainQuery } from '../parts/queries.ts';
import { sayClock, sayInstant } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useWords } from '../parts/use-words.ts';
import { DecisionView } from './decision-view.tsx';
import type { HouseFact } from './thread-items.ts';

const icons: Record<string, IconName> = {
  offered: 'bell',
  assigned: 'person',
  waiting: 'clock',
  declined: 'close',
  transferred: 'transfer',
  'transfer-asked': 'transfer',
  'transfer-agreed': 'transfer',
  'transfer-refused': 'transfer',
  'transfer-withdrawn': 'transfer',
  'transfer-not-placed': 'transfer',
  'taken-over': 'takeOver',
  solved: 'solve',
  closed: 'parked',
  reopened: 'reopen',
  returned: 'reopen',
  missed: 'clock',
  'sent-again': 'send',
  escalated: 'escalate',
  'ticket-opened': 'ticket',
  'ticket-changed': 'ticket',
  'call-ringing': 'call',
  'call-answered': 'call',
  'call-ended': 'call',
  'call-missed': 'call',
  'call-dropped': 'call',
  'call-given-up': 'clock',
  'call-not-connected': 'call',
  'called-back': 'call',
  'call-back-tried': 'call',
  'supervisor-alerted': 'escalate',
  'delay-told': 'clock',
  'follow-up-planned': 'calendar',
  'follow-up-done': 'check',
  'moved-forward': 'spark',
  'complaint-step': 'check',
  'reply-held': 'alert',
  'promise-released': 'clock',
  'consult-opened': 'why',
  'consult-answered': 'spark',
  closing: 'send',
  'broken-off': 'cloudOff',
  'call-back-planned': 'call',
  submission: 'send',
  instructed: 'spark',
  split: 'split',
  merged: 'merge',
  'code-sent': 'send',
  verified: 'verified',
};

/** Reasons that only say again what the line says. */
const saidAlready = new Set([
  'accepted',
  'consent-asked',
  'customer-agreed',
  'ask-withdrawn',
  'handed-over',
  'solved',
  'closed',
  'solved-by-agent',
  'closed-by-agent',
  'reopened-by-agent',
]);

export function HouseLine({ fact, conversationId }: { fact: HouseFact; conversationId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const who = words.person(fact.agentId);
  const what = t(fact.agentId ? `fact.${fact.what}` : `fact.${fact.what}-nobody`, {
    who,
    defaultValue: t(`fact.${fact.what}`, { who, defaultValue: fact.what }),
  });
  const line = (
    <>
      <Icon name={icons[fact.what] ?? 'dot'} size={13} />
      <span>
        {what}
        {fact.because && !saidAlready.has(fact.because.code) && (
          <span className="quiet"> — {words.because(fact.because)}</span>
        )}
      </span>
      <time dateTime={fact.at} title={sayInstant(fact.at, language)}>
        {sayClock(fact.at, language)}
      </time>
    </>
  );
  if (!fact.decisionId) return <p className="house-line">{line}</p>;
  return (
    <Popover width={440} position="bottom" trapFocus>
      <Popover.Target>
        <button type="button" className="house-line opens" title={t('why.open')}>
          {line}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="working" aria-label={t('why.title')}>
        <Working conversationId={conversationId} decisionId={fact.decisionId} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Working({ conversationId, decisionId }: { conversationId: string; decisionId: string }) {
  const { t } = useTranslation();
  const decisions = useQuery(explainQuery(conversationId)).data?.decisions;
  const decision = decisions?.find(({ id }) => id === decisionId);
  if (!decisions) return <p className="quiet">{t('loading')}</p>;
  return decision ? <DecisionView decision={decision} /> : <p className="quiet">{t('why.gone')}</p>;
}
