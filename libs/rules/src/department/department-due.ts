/** By when a department owes its answer: in open seconds or working days of its own calendar. */
import type { Department, PolicyV1 } from '@trunkline/contracts';
import { addWorkingDays } from '../deadline/add-working-days.ts';
import { addOpenTime } from '../deadline/business-time.ts';

const dayMs = 86_400_000;

/** `at` and the answer are ISO. A calendar that is not there, or never opens again, must not lose the ticket. */
export function departmentDue({ answersWithin, calendar }: Department, policy: PolicyV1, at: string): string {
  const hours = policy.calendars[calendar];
  const start = Date.parse(at);
  const isDays = 'workingDays' in answersWithin;
  const found = hours
    ? isDays
      ? addWorkingDays(hours, start, answersWithin.workingDays)
      : addOpenTime(hours, start, answersWithin.seconds)
    : undefined;
  const plain = isDays ? answersWithin.workingDays * dayMs : answersWithin.seconds * 1000;
  return new Date(found?.ok ? found.value : start + plain).toISOString();
}
