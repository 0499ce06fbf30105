/** The customer's other conversations over all channels, newest first. */

import { Link, useParams } from '@tanstack/react-router';
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';

const most = 8;

export function Others({ conversation: { others, continues } }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { filter = 'mine' } = useParams({ strict: false });
  if (others.length === 0) return <p className="small quiet">{t('card.no-others')}</p>;
  return (
    <ol className="timeline">
      {others.slice(0, most).map(({ id, channel, state, subject, lastWords, lastAt }) => (
        <li key={id} data-state={state}>
          <Link to="/inbox/$filter/$conversationId" params={{ filter, conversationId: id }}>
            <span className="line small quiet">
              <span className="cut">{t(`channel.${channel}`, { defaultValue: channel })}</span>
              <span>· {t(`state.${state}`)}</span>
              {id === continues && <span className="chip">{t('card.continues')}</span>}
              <span className="grow" />
              <Ago at={lastAt} />
            </span>
            <span className="cut">{subject ?? lastWords}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
