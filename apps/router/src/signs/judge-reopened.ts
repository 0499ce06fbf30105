/** Whoever comes back after it was solved was not satisfied, unless they say nothing but thanks. */
import type { Tx } from '@trunkline/platform';
import { saysOnlyThanks } from '@trunkline/rules';
import type { Intake, IntakeBasis } from '../intake/intake.ts';
import { judgeOutcomes } from './judge-outcomes.ts';

/** Once the batch is written: no statement where nothing was reopened. */
export async function judgeReopened(tx: Tx, intake: Intake, basis: IntakeBasis): Promise<void> {
  const ids = new Set(
    intake.events.flatMap(({ what, conversationId }) => (what === 'reopened' ? [conversationId] : [])),
  );
  const ended = [...ids].flatMap((id) => {
    const said = intake.messages.filter((message) => message.conversationId === id).map(({ text }) => text);
    if (said.every(saysOnlyThanks)) return [];
    return [{ held: basis.places.held.get(id)!, satisfied: false, because: 'reopened' as const, isOpen: false }];
  });
  await judgeOutcomes(tx, ended, basis.policy);
}
