/** Lets an agent come online or leave: an input to the engine, answered after its step, so that the answer is true. */
import type { StaffV1 } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import { endWrapUpsOf } from '../closing/wrap-ups.store.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { waitForStep } from '../dispatch/wait-for-step.ts';
import { holdPresence, isPresenceOpen, keepSeenUntil } from './presence.store.ts';

type Change = { agent: StaffV1; state: 'online' | 'offline'; seconds: number };

/** Safe to call twice: who is online already stays so, and counts as seen. */
export async function changePresence(postgres: Postgres, change: Change): Promise<void> {
  const inputId = await postgres.transaction((tx) => ask(tx, change));
  if (inputId !== null) await waitForStep(postgres, inputId);
}

async function ask(tx: Tx, { agent, state, seconds }: Change): Promise<number | null> {
  const now = await holdPresence(tx, agent.id);
  if (state === 'online') await keepSeenUntil(tx, [agent.id], seconds);
  await endWrapUpsOf(tx, [agent.id], state === 'online' ? 'came-online' : 'signed-out');
  if (now.state === state && !(await isPresenceOpen(tx, agent.id))) return null;
  const because = { code: state === 'online' ? 'signed-in' : 'signed-out', values: {} };
  const input = { kind: 'presence', conversationId: null, agentId: agent.id, routingVersion: null } as const;
  const [id] = await putInputs(tx, [{ ...input, body: { state, because } }]);
  return id ?? null;
}
