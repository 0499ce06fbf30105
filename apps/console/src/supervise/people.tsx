/** The people: their state and since when, and what they carry, as blocks of their capacity. */

import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AgentRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Face } from '../parts/face.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/use-words.ts';
import { LoadBlocks } from './load-blocks.tsx';

const rank = { online: 0, away: 1, offline: 2 };

export function People({ rows }: { rows: AgentRow[] | undefined }) {
  const { t } = useTranslation();
  const sorted = [...(rows ?? [])].sort(
    (one, other) => rank[one.presence.state] - rank[other.presence.state] || one.name.localeCompare(other.name),
  );
  const online = sorted.filter(({ presence }) => presence.state === 'online').length;
  return (
    <section className="box" aria-label={t('floor.people')}>
      <header className="box-head">
        <h2 className="grow">{t('floor.people')}</h2>
        <span className="small quiet">{t('floor.online-of', { online, all: sorted.length })}</span>
      </header>
      {!rows && <Bones shape="card" />}
      {rows?.length === 0 && (
        <Empty icon="people" title={t('floor.no-people')}>
          {t('floor.no-people-more')}
        </Empty>
      )}
      <ul className="people">
        {sorted.map((agent) => (
          <Person key={agent.id} agent={agent} />
        ))}
      </ul>
    </section>
  );
}

function Person({ agent }: { agent: AgentRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const { presence, working } = agent;
  return (
    <li className="person" data-testid="agent-row" data-state={presence.state}>
      <Face name={agent.name} size={32} presence={presence.state} />
      <div className="person-name">
        <span className="line">
          <b className="cut">{agent.name}</b>
          <span className="small quiet">{agent.number}</span>
        </span>
        <span className="small quiet cut" title={words.because(presence.because)}>
          {t(`presence.${presence.state}`)}
          {Date.parse(presence.since) > 0 && (
            <>
              {' '}
              · <Ago at={presence.since} />
            </>
          )}
          {presence.state === 'away' && ` · ${words.because(presence.because)}`}
        </span>
      </div>
      <span className="small quiet cut person-groups">{agent.groups.map(words.queue).join(t('list-comma'))}</span>
      <Menu position="bottom-end" disabled={working.length === 0}>
        <Menu.Target>
          <button
            type="button"
            className="person-load"
            aria-label={t('floor.works-on', {
              name: agent.name,
              count: working.length,
              load: presence.load,
              capacity: presence.capacity,
            })}
            disabled={working.length === 0}
          >
            <LoadBlocks agent={agent} />
            <span className="small">{presence.capacity > 0 && `${presence.load}/${presence.capacity}`}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('floor.read-along')}</Menu.Label>
          {working.map(({ conversationId, standard, state, since }) => (
            <Menu.Item
              key={conversationId}
              component={Link}
              to={`/inbox/groups/${conversationId}`}
              leftSection={<Icon name={standard} />}
              rightSection={
                <span className="small quiet">
                  <Ago at={since} />
                </span>
              }
            >
              {t(`standard.${standard}`)} · {t(`state.${state}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
