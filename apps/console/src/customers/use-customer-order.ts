/** Orders about customers: a link decided, with its way back; what it touches is fetched anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CustomerLink } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

export type LinkVerb = 'join' | 'refuse' | 'undo';
type Given = { link: CustomerLink; verb: LinkVerb };

export function useCustomerOrder() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const order = useMutation({
    mutationFn: ({ link, verb }: Given) => ask<CustomerLink>(`/v1/links/${link.id}/${verb}`, { body: {} }),
    onSuccess: (_answer, { link, verb }) => {
      const back = verb === 'undo' ? undefined : { words: t('undo'), run: () => order.mutate({ link, verb: 'undo' }) };
      tell(t(`customer.done-${verb}`, { address: link.address.address }), 'calm', back);
    },
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => {
      for (const key of ['customer', 'customers', 'links', 'timeline', 'conversation', 'verification'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
  return order;
}
