/** Those who are to be asked again some time after: when, why, and what they said. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FollowUp, FollowUpResult } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { conversationQuery } from '../parts/queries.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useNameOf } from '../parts/use-name-of.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from '../supervise/box.tsx';
import { followUpsQuery, useTicketOrder } from './ticket-queries.ts';

const results: FollowUpResult['result'][] = ['satisfied', 'unsatisfied', 'not-reached'];
const daySeconds = 86_400;

export function FollowUps() {
  const { t } = useTranslation();
  const query = useQuery(followUpsQuery);
  const rows = [...(query.data ?? [])].sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  return (
    <Box title={t('follow-up.title')} count={rows.length} data-testid="follow-ups">
      {query.isPending && <Bones shape="card" />}
      {query.error && !query.data && <Refusal error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty icon="solve" title={t('follow-up.none')}>
          {t('follow-up.none-more')}
        </Empty>
      )}
      <ul className="items">
        {rows.map((row) => (
          <FollowUpItem key={row.id} row={row} />
        ))}
      </ul>
    </Box>
  );
}

function FollowUpItem({ row }: { row: FollowUp }) {
  const { t } = useTranslation();
  const words = useWords();
  const nameOf = useNameOf();
  const sayProblem = useSayProblem();
  const [note, setNote, forget] = useKept(`follow-up:${row.id}`, '');
  const order = useTicketOrder(forget);
  const about = useQuery({ ...conversationQuery(row.conversationId), staleTime: 60_000 }).data;
  const record = (result: FollowUpResult['result']) =>
    order.mutate(
      { path: `follow-ups/${row.id}/result`, body: { result, note: note.trim() }, said: 'follow-up.noted' },
      { onError: (error) => tell(sayProblem(error), 'failed') },
    );
  return (
    <li className="item" data-testid="follow-up" data-id={row.id}>
      <div className="line">
        <Link
          className="cut grow"
          to="/inbox/$filter/$conversationId"
          params={{ filter: 'groups', conversationId: row.conversationId }}
        >
          <b>{about ? nameOf(about) : words.queue(row.queue)}</b>
        </Link>
        <TimeLeft dueAt={row.dueAt} limitSeconds={daySeconds} />
      </div>
      <p className="small quiet cut">
        {words.queue(row.queue)} · {about?.subject ?? about?.lastWords ?? t('deadline.follow-up')}
      </p>
      <TextInput
        size="xs"
        aria-label={t('follow-up.note')}
        placeholder={t('follow-up.note')}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <div className="line follow-up-acts">
        {results.map((result) => (
          <Button
            key={result}
            size="compact-sm"
            variant="default"
            disabled={order.isPending}
            leftSection={
              <Icon name={result === 'satisfied' ? 'check' : result === 'unsatisfied' ? 'close' : 'clock'} size={13} />
            }
            onClick={() => record(result)}
            data-testid={`follow-up-${result}`}
          >
            {t(`follow-up.${result}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
