/** Complaints as the page of their conversation shows them: what comes next, and the words that are offered. */
import type { ComplaintStand, Conversation, PolicyV1, StaffV1 } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { isHidden, nextComplaintStep, wordEarlier, wordFirstContact } from '@trunkline/rules';
import { complaintsOf, type KnownComplaint } from './complaints.store.ts';

export function asStand(known: KnownComplaint, language: string, policy: PolicyV1): ComplaintStand {
  const { hiddenFrom: _whom, conversationId: _where, promiseText: _said, ...stand } = known;
  const { earlier, content, number, steps } = stand;
  return {
    ...stand,
    next: nextComplaintStep(steps),
    contactText: wordFirstContact({ content, number, language }, policy),
    earlier: earlier && { ...earlier, text: wordEarlier(earlier, language, policy) },
  };
}

type Reader = { person: StaffV1; policy: PolicyV1 };

export async function withComplaints(
  postgres: Postgres,
  { person, policy }: Reader,
  page: Conversation,
): Promise<Conversation> {
  const known = await complaintsOf(postgres, page.id, { isOpenOnly: false });
  const mine = known.filter(({ hiddenFrom }) => !isHidden({ complaint: null, hiddenFrom }, person));
  return { ...page, complaints: mine.map((one) => asStand(one, page.language, policy)) };
}
