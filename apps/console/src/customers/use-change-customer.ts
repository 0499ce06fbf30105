/** A change of a profile: shown at once, made from the version on the screen; who was faster is shown beside it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangedCustomer, Customer } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Refused } from '../parts/refused.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { customerQuery } from './customer-queries.ts';
import { shownAs, takeBack } from './shown-as.ts';

/** Somebody else changed it meanwhile: what they left, and what was wanted here. */
export type Clash = { change: ChangedCustomer; theirs: Customer };

export function useChangeCustomer(customer: Customer) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const [clash, setClash] = useState<Clash | null>(null);
  const { queryKey } = customerQuery(customer.id);
  const save = useMutation({
    scope: { id: `customer:${customer.id}` },
    mutationFn: ({ change, from }: { change: ChangedCustomer; from: Customer; isBack?: boolean }) =>
      ask<Customer>(`/v1/customers/${from.id}`, { method: 'PATCH', body: change, match: from.version }),
    onMutate: ({ change, from }) => client.setQueryData(queryKey, shownAs(from, change)),
    onSuccess: (saved, { change, from, isBack }) => {
      client.setQueryData(queryKey, saved);
      const run = () => save.mutate({ change: takeBack(from, change), from: saved, isBack: true });
      tell(t(isBack ? 'customer.back' : 'customer.saved'), 'calm', isBack ? undefined : { words: t('undo'), run });
    },
    onError: async (error, { change, from }) => {
      client.setQueryData(queryKey, from);
      if (!(error instanceof Refused) || error.reason !== 'edited-meanwhile') return tell(sayProblem(error), 'failed');
      setClash({ change, theirs: await client.fetchQuery({ ...customerQuery(customer.id), staleTime: 0 }) });
    },
    onSettled: () => {
      for (const key of ['customers', 'conversation', 'conversations'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
  return {
    change: (change: ChangedCustomer) => save.mutate({ change, from: customer }),
    clash,
    keepTheirs: () => setClash(null),
    takeMine: () => {
      if (clash) save.mutate({ change: clash.change, from: clash.theirs });
      setClash(null);
    },
  };
}
