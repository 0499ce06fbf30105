/** The left rail: the rooms a person may enter, and their own state at the foot. */
import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { MeMenu } from './me-menu.tsx';
import { escalationsQuery, meQuery, offersQuery } from './queries.ts';
import { useIsMember, useMaySeeSettings, useMayWatch } from './use-role.ts';

export function Rail({ openKeys }: { openKeys: () => void }) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data;
  const mayWatch = useMayWatch();
  const isMember = useIsMember();
  const maySeeSettings = useMaySeeSettings();
  const ringing = useQuery({ ...offersQuery, enabled: Boolean(me) && !isMember }).data?.length ?? 0;
  const escalations = useQuery({ ...escalationsQuery, enabled: mayWatch }).data ?? [];
  const unseen = escalations.filter((row) => !row.acknowledgedAt && !row.overAt).length;
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <img className="rail-mark" src="/mark.svg" alt="Trunkline" width={32} height={32} />
      {!isMember && (
        <Tooltip label={t('rail.inbox')} position="right">
          <Link
            to="/inbox/$filter"
            params={{ filter: 'mine' }}
            className="rail-link"
            aria-label={t('rail.inbox')}
            activeOptions={{ exact: false }}
            data-status={location.pathname.startsWith('/inbox') ? 'active' : undefined}
          >
            <Icon name="inbox" size={20} />
            {ringing > 0 && <span className="rail-count">{ringing}</span>}
          </Link>
        </Tooltip>
      )}
      {mayWatch && (
        <Tooltip label={t('rail.floor')} position="right">
          <Link to="/floor" className="rail-link" aria-label={t('rail.floor')}>
            <Icon name="floor" size={20} />
            {unseen > 0 && <span className="rail-count">{unseen}</span>}
          </Link>
        </Tooltip>
      )}
      <Tooltip label={t('rail.tickets')} position="right">
        <Link to="/tickets" className="rail-link" aria-label={t('rail.tickets')}>
          <Icon name="ticket" size={20} />
        </Link>
      </Tooltip>
      {!isMember && (
        <>
          <Tooltip label={t('rail.customers')} position="right">
            <Link
              to="/customers"
              className="rail-link"
              aria-label={t('rail.customers')}
              activeOptions={{ exact: false }}
            >
              <Icon name="people" size={20} />
            </Link>
          </Tooltip>
          <Tooltip label={t('rail.archive')} position="right">
            <Link to="/archive" className="rail-link" aria-label={t('rail.archive')}>
              <Icon name="parked" size={20} />
            </Link>
          </Tooltip>
        </>
      )}
      {maySeeSettings && (
        <Tooltip label={t('rail.settings')} position="right">
          <Link
            to="/settings/$page"
            params={{ page: 'queues' }}
            className="rail-link"
            aria-label={t('rail.settings')}
            data-status={location.pathname.startsWith('/settings') ? 'active' : undefined}
          >
            <Icon name="settings" size={20} />
          </Link>
        </Tooltip>
      )}
      <span className="rail-gap grow" />
      <MeMenu openKeys={openKeys} />
    </nav>
  );
}
