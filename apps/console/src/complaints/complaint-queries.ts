/** The orders about a complaint. A refusal stays in the dialog that gave it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { tell } from '../parts/tell.ts';

type Order = { path: string; body: unknown; said: string };

export function useComplaintOrder(done: () => void) {
  const client = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: ({ path, body }: Order) => ask(`/v1/${path}`, { body }),
    onSuccess: (_answer, { said }) => {
      tell(t(said));
      done();
    },
    onSettled: () => {
      for (const key of ['conversation', 'messages', 'tickets', 'consults', 'deadlines', 'conversations'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
