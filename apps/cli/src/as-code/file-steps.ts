/** From a place in the policy to the place in the file that made it, as near as the file names it. Pure. */
import { type DeskFile, policyParts } from '@trunkline/contracts';
import { nameItems } from '@trunkline/rules';
import type { Steps } from './plan.ts';

/** `queues[2].widensTo` of `policy`; what the file does not name ends at what it does. */
export function stepsOf(file: DeskFile, path: string, policy: unknown): Steps {
  const steps = readSteps(path);
  const isPart = policyParts.some((part) => part === steps[0]);
  let there: unknown = policy;
  let named: unknown = isPart ? file : file.policy;
  const found: Steps = isPart ? [] : ['policy'];
  for (const step of steps) {
    const before = there as Record<string | number, unknown> | undefined;
    there = before?.[step];
    const next = typeof step === 'number' ? placeOf(before, there, named) : step;
    const inside = next === null ? undefined : (named as Record<string | number, unknown> | undefined)?.[next];
    if (next === null || inside === undefined) return found;
    found.push(next);
    named = inside;
  }
  return found;
}

/** An item's place in the file's list: by its name, else by its own. */
function placeOf(list: unknown, item: unknown, named: unknown): number | null {
  if (!Array.isArray(list) || !Array.isArray(named)) return null;
  const [names, order] = [nameItems(list), nameItems(named)];
  if (!names || !order) return list.indexOf(item) < named.length ? list.indexOf(item) : null;
  const name = [...names].find(([, one]) => one === item)?.[0];
  const place = name === undefined ? -1 : [...order.keys()].indexOf(name);
  return place < 0 ? null : place;
}

const readSteps = (path: string): Steps =>
  [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => (index === undefined ? name! : Number(index)));

/** For people: what has a name is called by it, `staff[ann@desk.test].groups`. */
export function sayPlace(file: unknown, steps: Steps): string {
  let there: unknown = file;
  let text = '';
  for (const step of steps) {
    const list = there;
    there = (there as Record<string | number, unknown> | undefined)?.[step];
    if (typeof step === 'number') text += `[${nameOf(list, there) ?? step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

function nameOf(list: unknown, item: unknown): string | undefined {
  const { email, queue, date } = (item ?? {}) as Record<string, unknown>;
  if (typeof email === 'string') return email;
  if (typeof queue === 'string' && typeof date === 'string') return `${queue} ${date}`;
  const names = Array.isArray(list) ? nameItems(list) : null;
  return names ? [...names].find(([, one]) => one === item)?.[0] : undefined;
}
