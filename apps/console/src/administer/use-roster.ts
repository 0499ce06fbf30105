/** A group's week: read, and each day changed at once with a way back. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RosterDay, RosterShift } from '@trunkline/contracts';
import { ask } from '../parts/gateway.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useSay } from './editing.ts';
import { nextDay } from './read-shifts.ts';

export const rosterQuery = (queue: string, monday: string) =>
  queryOptions({
    queryKey: ['roster', queue, monday],
    queryFn: ({ signal }) => readWeek(queue, monday, signal),
  });

export const readWeek = async (queue: string, monday: string, signal?: AbortSignal): Promise<RosterDay[]> => {
  const asked = new URLSearchParams({ from: monday, to: nextDay(monday, 6), queue });
  return (await ask<{ items: RosterDay[] }>(`/v1/roster?${asked}`, { signal })).items;
};

export type DayShifts = { date: string; shifts: RosterShift[] };

export function useRoster(queue: string, monday: string) {
  const client = useQueryClient();
  const { t } = useSay();
  const sayProblem = useSayProblem();
  const { queryKey } = rosterQuery(queue, monday);
  const query = useQuery(rosterQuery(queue, monday));
  const known = (date: string) => client.getQueryData<RosterDay[]>(queryKey)?.find((day) => day.date === date);
  const put = ({ date, shifts }: DayShifts, version?: number) =>
    client.setQueryData<RosterDay[]>(queryKey, (days = []) => [
      ...days.filter((day) => day.date !== date),
      { queue, date, shifts, version: version ?? known(date)?.version ?? 0 },
    ]);
  const save = useMutation({
    scope: { id: 'roster' },
    // the version that the last answer named: changes of one day follow one another
    mutationFn: (day: DayShifts & { before: RosterShift[] }) =>
      ask<RosterDay>(`/v1/roster/${encodeURIComponent(queue)}/${day.date}`, {
        method: 'PUT',
        body: { shifts: day.shifts, version: known(day.date)?.version ?? 0 },
      }),
    onSuccess: ({ date, version }) => {
      const now = known(date);
      if (now) put(now, version);
    },
    onError: (error, { date, before }) => {
      put({ date, shifts: before });
      tell(sayProblem(error), 'failed');
      void client.invalidateQueries({ queryKey });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['duty'] }),
  });
  const apply = async (days: DayShifts[]): Promise<{ before: DayShifts[]; isTaken: boolean }> => {
    const before = days.map(({ date }) => ({ date, shifts: known(date)?.shifts ?? [] }));
    for (const day of days) put(day);
    const saved = await Promise.allSettled(
      days.map((day, at) => save.mutateAsync({ ...day, before: before[at]?.shifts ?? [] })),
    );
    return { before, isTaken: saved.every(({ status }) => status === 'fulfilled') };
  };
  const change = async (days: DayShifts[], said: string) => {
    const { before, isTaken } = await apply(days);
    if (isTaken) tell(said, 'calm', { words: t('undo'), run: () => void apply(before) });
  };
  return { days: query.data, query, change };
}
