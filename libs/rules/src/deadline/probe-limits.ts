/** What would a conversation of this kind get, at this instant? Every clock, the limit that wins, and the others. */
import type { ClockKind, LimitProbe, PolicyV1, ProbedLimits } from '@trunkline/contracts';
import { findLabel } from '../classify/find-label.ts';
import { type ChosenLimit, chooseLimit } from './choose-limit.ts';
import { looksOf } from './looks-of.ts';
import type { TimedMatter } from './matter-of.ts';
import { instantOfUse } from './timed.ts';

/** As people read them: what the customer waits for, then what the desk owes itself, then what comes after. */
const clocks: readonly ClockKind[] = [
  'first-response',
  'next-response',
  'resolution',
  'agent-silence',
  'accept',
  'promise',
  'delay-promise',
  'follow-up',
  'survey',
  'auto-close',
];

export function probeLimits(policy: PolicyV1, probe: Omit<LimitProbe, 'policy'>): ProbedLimits {
  const matter = matterProbed(policy, probe);
  const startedAt = Date.parse(probe.at);
  return {
    items: clocks.flatMap((clock) => {
      const chosen = chooseLimit({ clock, matter, startedAt }, policy);
      return chosen.kind === 'limit' ? [show(chosen, { clock, startedAt, policy })] : [];
    }),
  };
}

function matterProbed(policy: PolicyV1, probe: Omit<LimitProbe, 'policy'>): TimedMatter {
  const { standard, queue, account = null, label, urgency, tiers } = probe;
  const placed = findLabel(label, policy);
  const kinds = [...(probe.kind ? [probe.kind] : []), ...(placed ? [placed.label.kind] : [])];
  return { standard, queue, account, topic: placed?.topic.code ?? null, label, kinds, urgency, tiers };
}

function show(
  { limit, seconds, workingDays, calendar, hours, dueAt, working, others }: ChosenLimit,
  { clock, startedAt, policy }: { clock: ClockKind; startedAt: number; policy: PolicyV1 },
): ProbedLimits['items'][number] {
  const timed = { hours, startedAt, pauses: [], limitSeconds: seconds, carried: null };
  const isWarned = looksOf(clock, seconds, policy.time).length > 0;
  const warn = isWarned ? instantOfUse(timed, (seconds * policy.time.warnAtPercent) / 100) : null;
  return {
    clock,
    limit,
    seconds: workingDays === null ? seconds : null,
    workingDays,
    calendar,
    warnAt: warn === null ? null : iso(warn),
    dueAt: iso(dueAt),
    working,
    others: others.map((other) => ({ limit: other.limit, dueAt: iso(other.dueAt) })),
  };
}

const iso = (ms: number) => new Date(ms).toISOString();
