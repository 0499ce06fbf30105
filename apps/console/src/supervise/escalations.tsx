/** What a supervisor has to answer: escalations with who they are about, until when, seen and acknowledged. */

import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { EscalationRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { conversationQuery, escalationsQuery } from '../parts/queries.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useNameOf } from '../parts/use-name-of.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from './box.tsx';
import { useStill } from './use-still.ts';

export function Escalations() {
  const { t } = useTranslation();
  const query = useQuery(escalationsQuery);
  const open = (query.data ?? [])
    .filter(({ overAt }) => !overAt)
    .sort((one, other) => other.raisedAt.localeCompare(one.raisedAt));
  const { rows, waiting, letGo, holds } = useStill(open);
  return (
    <Box title={t('floor.escalations')} count={open.length} newer={{ waiting, letGo }} {...holds}>
      {query.isPending && <Bones shape="card" />}
      {query.isSuccess && rows.length === 0 && (
        <Empty icon="solve" title={t('floor.no-escalations')}>
          {t('floor.no-escalations-more')}
        </Empty>
      )}
      <ul className="items">
        {rows.map((row) => (
          <Escalation key={row.id} row={row} />
        ))}
      </ul>
    </Box>
  );
}

function Escalation({ row }: { row: EscalationRow }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const words = useWords();
  const mayDecide = useMayDecide();
  const acknowledge = useAcknowledge();
  const about = useQuery({ ...conversationQuery(row.conversationId), staleTime: 60_000 }).data;
  const limitSeconds = (Date.parse(row.acknowledgeBy) - Date.parse(row.raisedAt)) / 1000;
  return (
    <li
      className="item"
      data-testid="escalation-row"
      data-id={row.id}
      data-acknowledged={row.acknowledgedAt ? '' : undefined}
    >
      <div className="line">
        <span className="chip" data-tone={row.acknowledgedAt ? undefined : row.level > 1 ? 'failed' : 'late'}>
          <Icon name="alert" size={12} />
          {t('floor.level', { level: row.level })}
        </span>
        <b className="cut grow">{about ? nameOf(about) : words.queue(row.queue)}</b>
        {row.acknowledgedAt ? (
          <span className="small quiet">
            <Ago at={row.raisedAt} />
          </span>
        ) : (
          <TimeLeft dueAt={row.acknowledgeBy} limitSeconds={limitSeconds} />
        )}
      </div>
      <p>{words.because(row.because)}</p>
      {about && <p className="small quiet cut">{about.subject ?? about.lastWords}</p>}
      <div className="line">
        {row.acknowledgedAt ? (
          <span className="small line quiet grow">
            <Icon name="check" size={13} />
            {t('floor.acknowledged-by', { who: words.person(row.acknowledgedBy) })}
          </span>
        ) : (
          <span className="small quiet grow cut">
            {words.queue(row.queue)} · {about?.agentId ? words.person(about.agentId) : t('nobody')}
          </span>
        )}
        <Button
          component={Link}
          to={`/inbox/groups/${row.conversationId}`}
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="eye" size={14} />}
        >
          {t('floor.look')}
        </Button>
        {!row.acknowledgedAt && mayDecide && (
          <Button
            size="compact-sm"
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate(row.id)}
            data-testid="escalation-acknowledge"
          >
            {t('floor.acknowledge')}
          </Button>
        )}
      </div>
    </li>
  );
}

function useAcknowledge() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: (id: string) => ask(`/v1/escalations/${id}/acknowledge`, { body: {} }),
    onSuccess: () => tell(t('done.acknowledge')),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => client.invalidateQueries({ queryKey: ['escalations'] }),
  });
}
