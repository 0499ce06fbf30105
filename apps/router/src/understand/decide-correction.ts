/** A supervisor lets the classifier learn from a correction, or keeps it from it. Decided once. */
import type { Correction, CorrectionId } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { decide, holdCorrection } from './corrections.store.ts';

export type Deciding = { by: string; id: CorrectionId; state: 'approved' | 'rejected' };

export async function decideCorrection(desk: GiveOrder, { by, id, state }: Deciding): Promise<Correction> {
  const person = desk.person(by);
  return desk.postgres.transaction(async (tx) => {
    const held = await holdCorrection(tx, id);
    if (!held) refuse('not-found');
    const { queue, agentId, hiddenFrom } = held;
    const verdict = may({ person, does: 'decide-correction', thing: { queue, agentId, hiddenFrom } });
    if (!verdict.ok) refuse(verdict.because);
    if (held.state !== 'proposed' && held.state !== state) refuse('decided-already');
    return decide(tx, id, { state, by: person.id });
  });
}
