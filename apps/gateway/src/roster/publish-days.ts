/** Tells every service of the roster's days, in the transaction that stored them. */
import type { RosterDay } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';

export async function publishDays(tx: Tx, days: readonly RosterDay[]): Promise<void> {
  await writeFacts(
    tx,
    days.map(({ version, ...body }) => {
      const name = `${body.queue}:${body.date}`;
      return { type: 'setting.published', key: `roster:${name}`, data: { kind: 'roster', name, version, body } };
    }),
  );
}
