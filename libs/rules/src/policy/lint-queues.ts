/** Queues that are there twice, name what is not there, hand on in a circle, or can never be reached. */
import type { PolicyV1 } from '@trunkline/contracts';
import { type Fault, isOdd, isWrong, repeated } from './fault.ts';

export function lintQueues(policy: PolicyV1): Fault[] {
  const codes = policy.queues.map((queue) => queue.code);
  const skills = policy.skills.map((skill) => skill.code);
  return [
    ...repeated(codes).map((at) => isWrong(`queues[${at}].code`, 'is-there-twice', { code: codes[at]! })),
    ...repeated(skills).map((at) => isWrong(`skills[${at}].code`, 'is-there-twice', { code: skills[at]! })),
    ...policy.queues.flatMap((_queue, at) => lintQueue(policy, at)),
    ...lintSkills(policy, skills),
  ];
}

function lintQueue(policy: PolicyV1, at: number): Fault[] {
  const { code, calendar, widensTo, archived } = policy.queues[at]!;
  const path = `queues[${at}]`;
  const found: Fault[] = [];
  if (!Object.hasOwn(policy.calendars, calendar))
    found.push(isWrong(`${path}.calendar`, 'no-such-calendar', { calendar }));
  const next = policy.queues.find((one) => one.code === widensTo);
  if (widensTo !== null && !next) found.push(isWrong(`${path}.widensTo`, 'no-such-queue', { queue: widensTo }));
  if (next?.archived && !archived)
    found.push(isWrong(`${path}.widensTo`, 'leads-to-archived-queue', { queue: next.code }));
  const circle = circleFrom(policy, code);
  if (circle) found.push(isWrong(`${path}.widensTo`, 'widens-in-a-circle', { way: circle.join(' → ') }));
  if (!archived && !isReached(policy, code)) found.push(isOdd(path, 'no-way-into-queue', { queue: code }));
  return found;
}

function circleFrom(policy: PolicyV1, code: string): string[] | null {
  const next = new Map(policy.queues.map((queue) => [queue.code, queue.widensTo]));
  const way = [code];
  for (let at = next.get(code); at; at = next.get(at)) {
    if (at === code) return [...way, at];
    if (way.includes(at)) return null; // a circle that others make
    way.push(at);
  }
  return null;
}

const isReached = ({ routing, queues }: PolicyV1, code: string) =>
  routing.otherwise === code ||
  routing.rules.some((rule) => rule.queue === code) ||
  queues.some((queue) => queue.widensTo === code && queue.code !== code);

/** A policy that lists no skills leaves their names to the staff records; languages are skills by themselves. */
function lintSkills({ queues }: PolicyV1, skills: string[]): Fault[] {
  if (skills.length === 0) return [];
  return queues.flatMap(({ requires }, at) =>
    Object.keys(requires)
      .filter((skill) => !skills.includes(skill) && !skill.startsWith('lang-'))
      .map((skill) => isWrong(`queues[${at}].requires.${skill}`, 'no-such-skill', { skill })),
  );
}
