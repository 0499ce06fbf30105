/** Nothing else was wanted, and the customer has been silent since: the live conversation ends. */
import type { Tx } from '@trunkline/platform';
import type { Rung } from '../alarms/rung.ts';
import { endConversation } from '../desk/end-conversation.ts';

/** Whoever wrote after the alarm was set goes on talking; a survey that was agreed to is waited for no longer than that. */
export async function endLive(tx: Tx, { alarm, held, settings }: Rung): Promise<void> {
  if (held.state !== 'assigned' && held.state !== 'with-customer') return;
  const seconds = settings.policy.closing.endsLiveAfterSeconds;
  const [row] = await tx.query(
    `SELECT 1 FROM conversation WHERE id = $1
        AND coalesce(last_customer_at, '-infinity') <= $2::timestamptz - make_interval(secs => $3) + interval '1 s'`,
    [held.id, alarm.dueAt, seconds],
  );
  if (!row) return;
  await endConversation(
    tx,
    { conversation: held, person: null, settings },
    { state: 'solved', because: 'ended-by-silence' },
  );
}
