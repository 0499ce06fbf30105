/** The customer has written: tickets that rested with them are the desk's again. */
import { type Tx, writeFacts } from '@trunkline/platform';
import type { Intake, IntakeBasis } from '../intake/intake.ts';
import { tellTicket } from './tell-ticket.ts';
import { wakeTickets } from './tickets.store.ts';

/** Costs nothing where none rests; what a machine wrote is no answer. */
export async function wakeRested(tx: Tx, { touched }: Intake, { places }: IntakeBasis): Promise<void> {
  const ids = touched.flatMap(({ id, added }) => (added > 0 && places.held.get(id)?.hasRestingTicket ? [id] : []));
  if (ids.length === 0) return;
  const woken = await wakeTickets(tx, ids);
  await writeFacts(
    tx,
    woken.map((known) => tellTicket('ticket.changed', places.held.get(known.ticket.conversationId)!, known)),
  );
}
