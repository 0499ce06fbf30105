/** The customer's other contacts about the same matter: proposed ones are tied or untied with a click. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MatterRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { matterQuery, useSignOrder } from './sign-queries.ts';

export function SameMatter({ id }: { id: string }) {
  const { t } = useTranslation();
  const rows = (useQuery(matterQuery(id)).data ?? []).filter(({ kind }) => kind !== 'other');
  if (rows.length === 0) return null;
  return (
    <section className="card-section" aria-label={t('sign.same-matter')}>
      <h3>{t('sign.same-matter')}</h3>
      <ul className="signs">
        {rows.map((row) => (
          <Contact key={row.conversationId} id={id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Contact({ id, row }: { id: string; row: MatterRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const mayReply = useMayReply();
  const order = useSignOrder();
  const tie = (tied: boolean) =>
    order.mutate({
      path: `conversations/${id}/same-matter`,
      body: { conversationId: row.conversationId, tied },
      done: tied ? 'sign.tied' : 'sign.untied',
    });
  return (
    <li className="sign">
      <div className="line">
        <Link
          to="/inbox/$filter/$conversationId"
          params={{ filter: 'groups', conversationId: row.conversationId }}
          className="cut grow"
        >
          {row.lastWords || t('no-words')}
        </Link>
        {mayReply && row.kind === 'proposed' && <Act name={t('sign.tie')} icon="check" run={() => tie(true)} />}
        {mayReply && <Act name={t('sign.untie')} icon="close" run={() => tie(false)} />}
      </div>
      <p className="small quiet">
        {words.because(row.because)}
        {row.satisfied === false && ` · ${t('sign.ended-badly')}`}
      </p>
    </li>
  );
}

function Act({ name, icon, run }: { name: string; icon: 'check' | 'close'; run: () => void }) {
  return (
    <Tooltip label={name}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={name} onClick={run}>
        <Icon name={icon} size={13} />
      </ActionIcon>
    </Tooltip>
  );
}
