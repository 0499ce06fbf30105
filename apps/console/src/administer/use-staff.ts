/** The people of the desk: read, added, and changed at once with a way back. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AgentRow, NewStaff, StaffV1 } from '@trunkline/contracts';
import { ask } from '../parts/gateway.ts';
import { agentsQuery } from '../parts/queries.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useSay } from './editing.ts';

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }) => (await ask<{ items: StaffV1[] }>('/v1/staff', { signal })).items,
  staleTime: 15_000,
});

export type Change = Partial<Omit<StaffV1, 'id'>> & { password?: string };

/** Changes of one person follow one another, so that the last word is the last one said. */
export function useChangeStaff(): (person: StaffV1, change: Change) => void {
  const client = useQueryClient();
  const { t } = useSay();
  const sayProblem = useSayProblem();
  const put = (id: string, change: Change) =>
    client.setQueryData(staffQuery.queryKey, (rows) =>
      rows?.map((row) => (row.id === id ? ({ ...row, ...change } as StaffV1) : row)),
    );
  const save = useMutation({
    scope: { id: 'staff' },
    mutationFn: ({ id, change }: { id: string; change: Change; before: Change }) =>
      ask<StaffV1>(`/v1/staff/${id}`, { method: 'PATCH', body: change }),
    onError: (error, { id, before }) => {
      put(id, before);
      tell(sayProblem(error), 'failed');
    },
    onSettled: () => {
      if (client.isMutating() <= 1) void client.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  const apply = async (person: StaffV1, change: Change) => {
    await client.cancelQueries({ queryKey: ['staff'] });
    const names = Object.keys(change).filter((name) => name !== 'password') as (keyof StaffV1)[];
    const before = Object.fromEntries(names.map((name) => [name, person[name]])) as Change;
    const { password: _secret, ...shown } = change;
    put(person.id, shown);
    save.mutate({ id: person.id, change, before });
    return before;
  };
  return (person, change) =>
    void apply(person, change).then((before) =>
      tell(t('staff.saved', { name: person.name }), 'calm', {
        words: t('undo'),
        run: () => void apply({ ...person, ...change }, before),
      }),
    );
}

export function useAddStaff(done: (added: StaffV1) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (person: NewStaff) => ask<StaffV1>('/v1/staff', { body: person }),
    onSuccess: (added) => {
      void client.invalidateQueries({ queryKey: ['staff'] });
      done(added);
    },
  });
}

/** People with their presence; where one may not read it, without. */
export function useStaff() {
  const staff = useQuery(staffQuery);
  const agents = useQuery(agentsQuery);
  const online = new Set<string>(
    (agents.data ?? []).filter(({ presence }: AgentRow) => presence.state === 'online').map(({ id }) => id),
  );
  return { staff, online };
}
