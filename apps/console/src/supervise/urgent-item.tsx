/** One conversation that presses: what stands against it, who knows of it, and the acts that answer it. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Conversation, DeadlineRow, EscalationRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { conversationQuery, escalationsQuery, meQuery, policyQuery } from '../parts/queries.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { sayMoment } from '../parts/say-time.ts';
import { tell } from '../parts/tell.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { useNameOf } from '../parts/use-name-of.ts';
import { useNow } from '../parts/use-now.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { RestMark } from '../time/rest-mark.tsx';
import { restOf } from '../time/rest-of.ts';
import { ReassignMenu } from './reassign-menu.tsx';
import { ToldLines } from './told-lines.tsx';
import type { UrgentRow } from './urgent-rows.ts';
import { useSeen } from './use-seen.ts';

export function UrgentItem({ row }: { row: UrgentRow }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const words = useWords();
  const seen = useSeen<HTMLLIElement>(row.escalations);
  const about = useQuery({ ...conversationQuery(row.id), staleTime: 60_000 }).data;
  const [told] = row.escalations;
  const holder = about?.agentId ?? row.agentId;
  return (
    <li
      ref={seen}
      className="urgent-row"
      data-testid={told ? 'escalation-row' : 'deadline-row'}
      data-id={told?.id ?? row.id}
      data-acknowledged={told?.acknowledgedAt ? '' : undefined}
    >
      <div className="urgent-marks">
        <Marks row={row} />
      </div>
      <div className="urgent-what">
        <p className="line">
          <b className="cut">{about ? nameOf(about) : words.queue(row.queue)}</b>
          {about?.customer.isVip && <span className="vip">VIP</span>}
          <span className="small quiet cut">
            {words.queue(row.queue)} · {holder ? words.person(holder) : t('nobody')}
          </span>
        </p>
        {[...new Set(row.escalations.map(({ because }) => words.because(because)))].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {row.deadlines.map((clock) => (
          <ClockLine key={clock.clockId} clock={clock} />
        ))}
        {about && <p className="small quiet cut">{about.subject ?? about.lastWords}</p>}
      </div>
      <div className="urgent-told">{told && <ToldLines escalation={told} />}</div>
      <ItemActs row={row} about={about} />
    </li>
  );
}

function Marks({ row: { deadlines, escalations, isLate, isSoon } }: { row: UrgentRow }) {
  const { t } = useTranslation();
  const [told] = escalations;
  return (
    <>
      {told && (
        <span className="chip" data-tone={told.acknowledgedAt ? undefined : told.level > 1 ? 'failed' : 'late'}>
          <Icon name={told.acknowledgedAt ? 'check' : 'escalate'} size={12} />
          {t('floor.level', { level: told.level })}
        </span>
      )}
      {!told && (isLate || isSoon) && (
        <span className="chip" data-tone={isLate ? 'late' : 'soon'}>
          <Icon name={isLate ? 'alert' : 'clock'} size={12} />
          {t(isLate ? 'urgent.late' : 'urgent.soon')}
        </span>
      )}
      {told && !told.acknowledgedAt ? <Countdown escalation={told} /> : <FirstDue deadlines={deadlines} />}
    </>
  );
}

const Countdown = ({ escalation: { raisedAt, acknowledgeBy } }: { escalation: EscalationRow }) => (
  <TimeLeft dueAt={acknowledgeBy} limitSeconds={(Date.parse(acknowledgeBy) - Date.parse(raisedAt)) / 1000} />
);

function FirstDue({ deadlines: [first] }: { deadlines: DeadlineRow[] }) {
  const policy = useQuery(policyQuery).data;
  const nowMs = useNow();
  if (!first) return null;
  const rest = restOf({ ...first, state: 'assigned' }, policy, nowMs);
  return (
    <span className="line">
      {rest && <RestMark rest={rest} />}
      <TimeLeft dueAt={first.dueAt} limitSeconds={first.limitSeconds} warnAtPercent={policy?.time.warnAtPercent} />
    </span>
  );
}

/** Due when, and what the pace of the queue and the customer have heard of it. */
function ClockLine({ clock: { policy, dueAt, forecastAt, toldAt, newTime } }: { clock: DeadlineRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const nowMs = useNow();
  const at = (instant: string) => sayMoment(instant, nowMs, language);
  return (
    <p className="small">
      {t('urgent.clock', { clock: words.clock(policy), at: at(dueAt) })}
      {forecastAt && forecastAt > dueAt && (
        <span className="quiet"> · {t('urgent.forecast', { at: at(forecastAt) })}</span>
      )}
      {toldAt && (
        <span className="quiet">
          {' · '}
          {newTime ? t('urgent.told', { at: at(newTime) }) : t('urgent.told-none')}
        </span>
      )}
    </p>
  );
}

function ItemActs({ row, about }: { row: UrgentRow; about: Conversation | undefined }) {
  const { t } = useTranslation();
  const mayDecide = useMayDecide();
  const acknowledge = useAcknowledge();
  return (
    <div className="urgent-acts">
      <Button
        renderRoot={(props) => (
          <Link to="/inbox/$filter/$conversationId" params={{ filter: 'groups', conversationId: row.id }} {...props} />
        )}
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="eye" size={14} />}
      >
        {t('floor.look')}
      </Button>
      {mayDecide && about && <ReassignMenu conversation={about} />}
      {row.isUnacknowledged && mayDecide && (
        <Button
          size="compact-sm"
          loading={acknowledge.isPending}
          onClick={() =>
            acknowledge.mutate(row.escalations.filter((one) => !one.acknowledgedAt).map(({ id }) => id as string))
          }
          data-testid="escalation-acknowledge"
        >
          {t('floor.acknowledge')}
        </Button>
      )}
    </div>
  );
}

/** Shown at once; all that stand open for the conversation are acknowledged together. */
function useAcknowledge() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const me = useQuery(meQuery).data?.staff.id ?? null;
  const { queryKey } = escalationsQuery;
  return useMutation({
    mutationFn: (ids: string[]) => Promise.all(ids.map((id) => ask(`/v1/escalations/${id}/acknowledge`, { body: {} }))),
    onMutate: async (ids) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      const acknowledged = { acknowledgedAt: new Date().toISOString(), acknowledgedBy: me };
      client.setQueryData(queryKey, (rows) =>
        rows?.map((row) => (ids.includes(row.id) ? { ...row, ...acknowledged } : row)),
      );
      return { before };
    },
    onSuccess: () => tell(t('done.acknowledge')),
    onError: (error, _ids, held) => {
      client.setQueryData(queryKey, held?.before);
      tell(sayProblem(error), 'failed');
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
