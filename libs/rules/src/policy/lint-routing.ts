/** Routing rules that name what is not there, or that nothing ever reaches because earlier ones take it all. */
import type { PolicyV1 } from '@trunkline/contracts';
import { type Fault, isOdd, isWrong } from './fault.ts';
import { type Reach, reachOfRules } from './reach-of-rules.ts';

export function lintRouting(policy: PolicyV1): Fault[] {
  const named = policy.routing.rules.map((_rule, at) => lintNames(policy, at));
  const reach = reachOfRules(policy);
  if (!reach) return [...named.flat(), isOdd('routing.rules', 'rules-not-weighed'), ...lintOtherwise(policy)];
  const found = policy.routing.rules.flatMap((_rule, at) => {
    const faults = named[at] as Fault[];
    return faults.length > 0 ? faults : unreached(`routing.rules[${at}]`, reach.rules[at] as Reach);
  });
  const never = reach.otherwise ? [] : [isOdd('routing.otherwise', 'otherwise-never-reached')];
  return [...found, ...lintOtherwise(policy), ...never];
}

function unreached(path: string, reach: Reach): Fault[] {
  if (reach.kind === 'reached') return [];
  if (reach.kind === 'matches-nothing') return [isWrong(path, 'rule-matches-nothing')];
  return [isWrong(path, 'rule-is-shadowed', { by: reach.by.map((at) => at + 1).join(', ') })];
}

function lintNames({ routing, taxonomy, queues }: PolicyV1, at: number): Fault[] {
  const { label, topic, queue } = routing.rules[at]!;
  const path = `routing.rules[${at}]`;
  const found = leadsTo(`${path}.queue`, queue, queues);
  if (topic !== undefined && !taxonomy.topics.some(({ code }) => code === topic))
    found.push(isWrong(`${path}.topic`, 'no-such-topic', { topic }));
  if (label !== undefined && !taxonomy.topics.some(({ labels }) => labels.some(({ code }) => code === label)))
    found.push(isWrong(`${path}.label`, 'no-such-label', { label }));
  return found;
}

function leadsTo(path: string, code: string, queues: PolicyV1['queues']): Fault[] {
  const queue = queues.find((one) => one.code === code);
  if (!queue) return [isWrong(path, 'no-such-queue', { queue: code })];
  return queue.archived ? [isWrong(path, 'leads-to-archived-queue', { queue: code })] : [];
}

const lintOtherwise = ({ routing, queues }: PolicyV1) => leadsTo('routing.otherwise', routing.otherwise, queues);
