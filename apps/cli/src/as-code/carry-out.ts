/** Carries a plan out: one write after another, each told; where one fails it says what was done and what was not. */
import { setTimeout as pause } from 'node:timers/promises';
import type { AgentId, SetUpLink, StaffV1 } from '@trunkline/contracts';
import type { Ask } from '../ask-gateway.ts';
import { SaidNo } from '../refused.ts';
import type { DayStep, PersonStep, Plan, Present } from './plan.ts';

/** `link`: to be handed to the person it is for; it is shown this once. */
export type Done = { did: string; link?: string };
type Step = { says: string; run(): Promise<string | undefined> };
type Given = { ask: Ask; present: Present; url: string; tell(done: Done): Promise<void> };

export async function carryOut(plan: Plan, given: Given): Promise<void> {
  const steps = stepsOf(plan, given);
  for (const [at, { says, run }] of steps.entries()) {
    try {
      const link = await run();
      await given.tell({ did: says, ...(link && { link }) });
    } catch (error) {
      const left = steps.slice(at).map((step) => step.says);
      const sentence = `${(error as Error).message}\ndone: ${at} of ${steps.length}; not done: ${left.join(', ')}`;
      const again = at === 0 ? 'nothing was changed' : 'apply the file again to complete it';
      throw new SaidNo(`${sentence}\n${again}`, error instanceof SaidNo ? error.because : 'failed');
    }
  }
}

/** The policy goes first, unless it asks for people who are to come; shifts need both. */
function stepsOf({ policy, people, peopleFirst, days }: Plan, given: Given): Step[] {
  const { ask, present } = given;
  const ids = new Map(present.staff.map(({ email, id }) => [email.toLowerCase(), id]));
  const ofPolicy: Step[] = policy
    ? [{ says: `published the policy after version ${policy.base}`, run: () => publish(ask, policy) }]
    : [];
  const ofPeople = people.map(
    (step): Step => ({ says: `${words[step.kind]} ${step.email}`, run: () => change(given, step, ids) }),
  );
  const ofDays = days.map(
    (day): Step => ({ says: `set the shifts of ${day.queue} on ${day.date}`, run: () => set(ask, day, ids) }),
  );
  return peopleFirst ? [...ofPeople, ...ofPolicy, ...ofDays] : [...ofPolicy, ...ofPeople, ...ofDays];
}
const words = { add: 'added', change: 'changed', deactivate: 'deactivated' } as const;

/** Refused where somebody published meanwhile: two who apply never overwrite one another. */
async function publish(ask: Ask, { base, wanted }: NonNullable<Plan['policy']>): Promise<undefined> {
  const body = { policy: wanted, note: 'trunkline apply' };
  await ask({ method: 'POST', path: '/v1/policies', body, headers: { 'if-match': `"${base}"` } });
}

async function change({ ask, url }: Given, step: PersonStep, ids: Map<string, AgentId>): Promise<string | undefined> {
  if (step.kind === 'add') {
    const added = await ask<StaffV1>({ method: 'POST', path: '/v1/staff', body: step.body });
    ids.set(step.email.toLowerCase(), added.id);
    const link = await ask<SetUpLink>({ method: 'POST', path: `/v1/staff/${added.id}/set-up-link` });
    return link.url ?? url + link.path;
  }
  const body = step.kind === 'deactivate' ? { active: false } : step.body;
  await ask({ method: 'PATCH', path: `/v1/staff/${step.id}`, body });
  return undefined;
}

/** The replica that is asked may not have heard of a new group yet. */
async function set(ask: Ask, { queue, date, version, shifts }: DayStep, ids: Map<string, AgentId>): Promise<undefined> {
  const body = { version, shifts: shifts.map(({ email, ...shift }) => ({ ...shift, agentId: ids.get(email) })) };
  for (let tries = 0; ; tries++) {
    try {
      await ask({ method: 'PUT', path: `/v1/roster/${queue}/${date}`, body });
      return;
    } catch (error) {
      const isNew = error instanceof SaidNo && ['no-such-queue', 'not-in-group'].includes(error.because);
      if (!isNew || tries === 20) throw error;
      await pause(500);
    }
  }
}
