/** What an incident's members were told: how many heard it, and of each how far it got or why not. */
import { useQuery } from '@tanstack/react-query';
import type { IncidentMessage, IncidentRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { useWords } from '../parts/use-words.ts';
import { incidentMessagesQuery } from './sign-queries.ts';

export function IncidentMessages({ row }: { row: Pick<IncidentRow, 'id'> }) {
  const messages = useQuery(incidentMessagesQuery(row.id)).data ?? [];
  if (messages.length === 0) return null;
  return (
    <ul className="incident-messages">
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </ul>
  );
}

function Message({ message }: { message: IncidentMessage }) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const { written, waits, leftOut } = message;
  return (
    <li data-testid="incident-message" data-waits={waits} data-written={written} data-left-out={leftOut}>
      <p className="cut">{message.text[language]}</p>
      <details>
        <summary className="small quiet">
          {t('incident.told', { written, waits, leftOut })} · {words.person(message.by)} · <Ago at={message.at} />
        </summary>
        <ul className="members">
          {message.to.map((one) => (
            <li key={one.conversationId} className="line small">
              <span className="cut grow">{one.customer.name ?? one.customer.address}</span>
              <span className="quiet">
                {one.because
                  ? words.because(one.because)
                  : one.delivery
                    ? t(`tick.${one.delivery}`)
                    : t(`incident.state.${one.state}`)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
