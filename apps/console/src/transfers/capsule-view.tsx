/** Above the thread: what came with the conversation, for the first word of whoever has it now; readable later. */
import type { Capsule, Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/use-words.ts';
import { useTargetName } from './consent-banner.tsx';
import './transfers.css';

export function CapsuleView({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const words = useWords();
  const [last, ...earlier] = conversation.capsules ?? [];
  if (!last) return null;
  // until they are answered it is the first thing to read
  const isFresh = conversation.lastFrom !== 'agent' || conversation.lastAt < last.at;
  return (
    <details className="capsule" open={isFresh} key={last.id} data-testid="capsule">
      <summary>
        <Icon name="transfer" size={15} />
        <b className="grow cut">
          {t('capsule.from', { who: words.person(last.from ?? last.by), queue: words.queue(last.fromQueue) })}
        </b>
        <span className="small quiet">
          <Ago at={last.at} />
        </span>
      </summary>
      <CapsuleLines capsule={last} />
      {earlier.length > 0 && (
        <details className="small">
          <summary>{t('capsule.earlier', { count: earlier.length })}</summary>
          {earlier.map((one) => (
            <div key={one.id} className="capsule-earlier">
              <b>{t('capsule.from', { who: words.person(one.from ?? one.by), queue: words.queue(one.fromQueue) })}</b>
              <CapsuleLines capsule={one} />
            </div>
          ))}
        </details>
      )}
    </details>
  );
}

function CapsuleLines({ capsule }: { capsule: Capsule }) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const lines: [string, string | null][] = [
    ['to', nameOf(capsule.to)],
    ['why', capsule.why],
    ['summary', capsule.summary],
    ['promised', capsule.promised],
    ['mood', capsule.mood && t(`capsule.moods.${capsule.mood}`)],
    ['asked', said(Object.entries(capsule.asked).map(([field, answer]) => `${field}: ${answer}`))],
    [
      'tickets',
      said(capsule.tickets.map(({ number, kind }) => `${number} (${t(`kind.${kind}`, { defaultValue: kind })})`)),
    ],
    ['signs', said(capsule.signs.map((sign) => t(`sign.kind-${sign}`, { defaultValue: sign })))],
    ['consent', [t(`capsule.consents.${capsule.consent}`), capsule.how].filter(Boolean).join(' ')],
  ];
  return (
    <dl className="capsule-lines selectable">
      {lines.map(
        ([name, text]) =>
          text && (
            <div key={name}>
              <dt className="quiet">{t(`capsule.${name}`)}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const said = (parts: string[]): string | null => (parts.length > 0 ? parts.join(' · ') : null);
