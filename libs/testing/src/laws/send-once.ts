/** L9: each answer reached the customer, or is shown as failed or unknown; twice only where it is marked. */
import type { Evidence } from '../evidence.ts';

export function sendOnce({ replied, got, shown }: Evidence): string[] {
  const byId = new Map(shown.map((message) => [message.messageId, message]));
  return replied.flatMap((reply) => {
    const arrived = got.filter((one) => one.mark === reply.mark).length;
    const delivery = byId.get(reply.messageId)?.delivery;
    const isOpenlyLost = delivery?.state === 'failed' || delivery?.state === 'unknown';
    const mayBeDouble = (delivery?.attempt ?? 1) > 1 || delivery?.state === 'unknown';
    if (arrived === 0 && !isOpenlyLost)
      return [`${reply.mark} never arrived and is shown as ${delivery?.state ?? 'nothing'}`];
    if (arrived > 1 && !mayBeDouble) return [`${reply.mark} arrived ${arrived} times`];
    return [];
  });
}
