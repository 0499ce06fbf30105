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
    const isOwed = stopped > due && isTooLate(due, Math.min(stopped, Date.parse(until)), outages);
    return isOwed ? [`${name} was due at ${one.dueAt} and nothing was said until ${until}`] : [];
  }
  if (stopped <= due && stoppedBeforeAsked(one)) {
    return [`${name} was said though it had been stopped at ${one.stoppedAt}, before it was due`];
  }
  const at = Date.parse(first);
  if (at < due) return [`${name} was said ${due - at} ms early`];
  return isTooLate(due, at, outages) ? [`${name} was said ${at - due} ms late`] : [];
}

/** During an outage it waits: then it has 30 s of a whole house, however many outages come one after the other. */
function isTooLate(due: number, at: number, outages: NonNullable<Evidence['outages']>): boolean {
  const spans = outages.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
  const hadToWait = spans.some(({ from, to }) => from <= due + mostLateMs && due <= to);
  const awayMs = spans.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, at) - Math.max(from, due)), 0);
  return at - due - awayMs > (hadToWait ? afterOutageMs : mostLateMs);
}
