/** Asks `rules/may` for the person on whose behalf another service calls; a service for itself may. */
import { type StaffV1, services } from '@trunkline/contracts';
import { type InternalCaller, type LiveSettings, refuse } from '@trunkline/platform';
import { type Act, may, type Thing } from '@trunkline/rules';

type Wish = { does: Act; thing?: { queue: string; agentId?: string | null; followerId?: string | null } };

export function demandMay(settings: LiveSettings, caller: InternalCaller, { does, thing }: Wish): void {
  const person = whoAsks(settings, caller);
  if (!person) return;
  const verdict = may({ person, does, thing: thing as Thing });
  if (!verdict.ok) refuse(verdict.because);
}

/** Undefined where a service asks for itself; a person not heard of yet is told to try again. */
export function whoAsks(settings: LiveSettings, caller: InternalCaller): StaffV1 | undefined {
  if ((services as readonly string[]).includes(caller.sub)) return undefined;
  return settings.person(caller.sub) ?? refuse('try-again');
}
