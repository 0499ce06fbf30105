/** Whose number a complaint names: they neither own nor read it, whatever number they have later. */
import type { AgentId, Complaint, StaffV1 } from '@trunkline/contracts';
import { type LiveSettings, refuse } from '@trunkline/platform';
import { isSameNumber } from '@trunkline/rules';

type Recorded = { complaint: Complaint | null; by: StaffV1; settings: LiveSettings };

export function findAccused({ complaint, by, settings }: Recorded): AgentId[] {
  const number = complaint?.accusedNumber ?? null;
  if (number === null) return [];
  const accused = [...settings.staff.values()].filter((one) => isSameNumber(one.number, number));
  if (accused.length === 0) refuse('no-such-number', { number });
  if (accused.some(({ id }) => id === by.id)) refuse('not-about-yourself');
  return accused.map(({ id }) => id);
}
