/** Limits, weights and thresholds that contradict each other. */
import type { PolicyV1 } from '@trunkline/contracts';
import { type Fault, isOdd, isWrong } from './fault.ts';

export function lintLimits(policy: PolicyV1): Fault[] {
  return [
    ...Object.keys(policy.standards).flatMap((name) => lintStandard(policy, name as keyof PolicyV1['standards'])),
    ...lintInterrupts(policy),
    ...lintPriority(policy.priority, 'priority'),
    ...policy.queues.flatMap(({ priority }, at) =>
      lintPriority({ ...policy.priority, ...priority }, `queues[${at}].priority`, priority),
    ),
    ...lintLongest(policy),
  ];
}

const longest = { days: 366, seconds: 366 * 86_400 };

/** What would be due centuries from now, in hours that are seldom open. */
function lintLongest({ standards, time: { limits } }: PolicyV1): Fault[] {
  const given = [
    ...Object.entries(standards).flatMap(([name, { firstResponseSeconds, nextResponseSeconds, resolutionSeconds }]) =>
      Object.entries({ firstResponseSeconds, nextResponseSeconds, resolutionSeconds }).map(
        ([what, seconds]) => [`standards.${name}.${what}`, seconds > longest.seconds] as const,
      ),
    ),
    ...limits.map(
      ({ seconds = 0, workingDays = 0 }, at) =>
        [`time.limits[${at}]`, seconds > longest.seconds || workingDays > longest.days] as const,
    ),
  ];
  return given.flatMap(([path, isTooLong]) =>
    isTooLong ? [isWrong(path, 'limit-too-long', { days: longest.days })] : [],
  );
}

function lintStandard({ standards, assignment }: PolicyV1, name: keyof PolicyV1['standards']): Fault[] {
  const { firstResponseSeconds, resolutionSeconds, nextResponseSeconds, ringSeconds, weight } = standards[name];
  const path = `standards.${name}`;
  const found: Fault[] = [];
  const longest = Math.max(firstResponseSeconds, nextResponseSeconds);
  if (resolutionSeconds < longest)
    found.push(isWrong(`${path}.resolutionSeconds`, 'limit-out-of-order', { seconds: resolutionSeconds, longest }));
  if (ringSeconds > firstResponseSeconds)
    found.push(
      isOdd(`${path}.ringSeconds`, 'rings-beyond-limit', { seconds: ringSeconds, limit: firstResponseSeconds }),
    );
  if (weight > assignment.defaultCapacity)
    found.push(isOdd(`${path}.weight`, 'weighs-beyond-capacity', { weight, capacity: assignment.defaultCapacity }));
  return found;
}

function lintInterrupts({ assignment: { interrupts } }: PolicyV1): Fault[] {
  return Object.entries(interrupts).flatMap(([standard, over]) =>
    over.flatMap((one, at) => {
      const path = `assignment.interrupts.${standard}[${at}]`;
      if (one === standard) return [isWrong(path, 'interrupts-itself', { standard })];
      const back = interrupts[one]?.includes(standard as typeof one);
      return back ? [isWrong(path, 'interrupts-each-other', { standard, other: one })] : [];
    }),
  );
}

const urgencies = ['low', 'normal', 'high', 'critical'] as const;

/** `own`: only what a queue sets itself is its fault. */
function lintPriority(
  priority: PolicyV1['priority'],
  path: string,
  own: Partial<PolicyV1['priority']> = priority,
): Fault[] {
  const { urgency, cap, ...single } = priority;
  const found: Fault[] = [];
  if (own.urgency) {
    for (const [at, name] of urgencies.entries()) {
      const below = urgencies[at - 1];
      if (below && urgency[name] < urgency[below])
        found.push(isOdd(`${path}.urgency.${name}`, 'urgency-out-of-order', { urgency: name, below }));
    }
  }
  for (const [name, minutes] of Object.entries(single)) {
    if (minutes > cap && (name in own || 'cap' in own))
      found.push(isOdd(`${path}.${name}`, 'boost-above-cap', { minutes, cap }));
  }
  return found;
}
