/** What rings: the nearest offer as a banner, its sound, its notice, and how many wait behind it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../parts/gateway.ts';
import { meQuery, offersQuery } from '../parts/queries.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useOrder } from '../parts/use-order.ts';
import { DeclineDialog } from './decline-dialog.tsx';
import { OfferBanner } from './offer-banner.tsx';
import { useRing } from './use-ring.ts';

export function Offers({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation();
  const order = useOrder();
  const me = useQuery(meQuery).data?.staff.id;
  const [declining, setDeclining] = useState<string | null>(null);
  const [answered, setAnswered] = useState<string[]>([]);
  const all = useQuery(offersQuery).data ?? [];
  const ringing = all
    .filter((row) => row.state === 'offered' && row.agentId === me && !answered.includes(`${row.id}:${row.version}`))
    .filter((row) => !row.offeredUntil || Date.parse(row.offeredUntil) > now() - 1000)
    .sort((one, other) => (one.offeredUntil ?? '').localeCompare(other.offeredUntil ?? ''));
  const offer = ringing[0] ?? null;
  useRing(offer);

  // the banner goes at once; a refusal brings the sentence, the next fetch brings the truth
  const answer = (id: string, run: () => void) => {
    const row = ringing.find((known) => known.id === id);
    if (row) setAnswered((before) => [...before.slice(-20), `${row.id}:${row.version}`]);
    run();
  };
  const accept = (id: string) =>
    answer(id, () => {
      order.mutate({ id, verb: 'accept' }, { onError: () => setAnswered([]) });
      open(id);
    });
  useKeys({ Enter: () => offer && accept(offer.id), d: () => offer && setDeclining(offer.id) }, offer !== null);
  useEffect(() => {
    document.title = offer ? `● ${t('offer.title')} · Trunkline` : 'Trunkline';
  }, [offer, t]);

  return (
    <div className="offers" aria-live="assertive">
      {offer && (
        <OfferBanner
          offer={offer}
          more={ringing.length - 1}
          accept={() => accept(offer.id)}
          decline={() => setDeclining(offer.id)}
          look={() => open(offer.id)}
        />
      )}
      <DeclineDialog
        opened={declining !== null}
        close={() => setDeclining(null)}
        decline={(note) => {
          if (declining)
            answer(declining, () =>
              order.mutate(
                { id: declining, verb: 'decline', body: note ? { note } : {} },
                { onError: () => setAnswered([]) },
              ),
            );
          setDeclining(null);
        }}
      />
    </div>
  );
}
