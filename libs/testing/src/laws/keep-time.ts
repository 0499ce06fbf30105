/** L7: what is due is said once, never early, soon after, and never where it had been stopped before it was due. */
import type { Evidence, TimedSeen } from '../evidence.ts';
import { stoppedBeforeAsked } from './stopped-before-asked.ts';

const mostLateMs = 5_000;
const afterOutageMs = 30_000;

export function keepTime({ timed = [], outages = [] }: Evidence): string[] {
  return timed.flatMap((one) => [...(one.isPaused ? [] : faultsOf(one, outages))]);
}

function faultsOf(one: TimedSeen, outages: NonNullable<Evidence['outages']>): string[] {
  const { clockId, policy, said, until } = one;
  const name = `${policy} ${clockId}`;
  const due = Date.parse(one.dueAt);
  const stopped = one.stoppedAt === null ? Number.POSITIVE_INFINITY : Date.parse(one.stoppedAt);
  const [first] = said;
  if (said.length > 1) return [`${name} was said ${said.length} times`];
  if (first === undefined) {
    const isOwed = stopped > due && latestFor(due, outages) < Math.min(stopped, Date.parse(until));
    return isOwed ? [`${name} was due at ${one.dueAt} and nothing was said until ${until}`] : [];
  }
  if (stopped <= due && stoppedBeforeAsked(one)) {
    return [`${name} was said though it had been stopped at ${one.stoppedAt}, before it was due`];
  }
  const at = Date.parse(first);
  if (at < due) return [`${name} was said ${due - at} ms early`];
  return at > latestFor(due, outages) ? [`${name} was said ${at - due} ms late`] : [];
}

/** During an outage it waits: then 30 s after its end at the latest. */
function latestFor(due: number, outages: NonNullable<Evidence['outages']>): number {
  const within = outages.filter(({ from, to }) => Date.parse(from) <= due + mostLateMs && due <= Date.parse(to));
  return Math.max(due + mostLateMs, ...within.map(({ to }) => Date.parse(to) + afterOutageMs));
}
