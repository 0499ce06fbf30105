/** The accused of a complaint neither owns nor reads it (`domain.md` §5): for them it is not there. */
import type { AgentId, Complaint, StaffV1 } from '@trunkline/contracts';
import { fold } from '../words/fold.ts';

type Accusing = {
  complaint: Pick<Complaint, 'accusedNumber'> | null;
  /** Who had the number when it was recorded: another number later changes nothing. */
  hiddenFrom: readonly AgentId[];
};

export function isHidden({ complaint, hiddenFrom }: Accusing, person: Pick<StaffV1, 'id' | 'number'>): boolean {
  if (hiddenFrom.includes(person.id)) return true;
  return complaint?.accusedNumber != null && isSameNumber(complaint.accusedNumber, person.number);
}

/** As people write numbers: full width, blanks around, either case. */
export const isSameNumber = (one: string, other: string): boolean => fold(one).trim() === fold(other).trim();
