/** What was submitted, for whoever may see it: to the accused it is not there. */
import type {
  Conversation,
  ConversationId,
  StaffV1,
  Submission,
  SubmissionId,
  SubmissionRow,
  SubmissionRows,
  Submissions,
} from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { isHidden } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { findSubmission, type KnownSubmission, listed, submissionsOfCustomer } from './submissions.store.ts';

const mostShown = 20;

export async function showSubmission(desk: GiveOrder, by: string, id: SubmissionId): Promise<KnownSubmission> {
  const known = await findSubmission(desk.postgres, id);
  return known && mayRead(desk.person(by))(known) ? known : refuse('not-found');
}

export async function submissionsFor(
  postgres: Postgres,
  person: StaffV1,
  conversationId: ConversationId,
): Promise<Submission[]> {
  const known = await submissionsOfCustomer(postgres, conversationId);
  return known
    .filter(mayRead(person))
    .map(({ submission }) => submission)
    .slice(0, mostShown);
}

export async function listSubmissions(
  postgres: Postgres,
  person: StaffV1,
  isOpenOnly: boolean,
): Promise<SubmissionRows> {
  const groups = person.role === 'administrator' ? null : person.groups;
  const known = await listed(postgres, { groups, personId: person.id, isOpenOnly });
  return { items: known.filter(mayRead(person)).map(({ submission }) => submission as SubmissionRow), next: null };
}

/** The page of a conversation with what its customer is owed. */
export async function withSubmissions(postgres: Postgres, person: StaffV1, page: Conversation): Promise<Conversation> {
  return { ...page, submissions: await submissionsFor(postgres, person, page.id) };
}

export const asList = (items: Submission[]): Submissions => ({ items, next: null });

const mayRead =
  (person: StaffV1) =>
  ({ hiddenFrom, accusedNumber }: KnownSubmission): boolean =>
    !isHidden({ complaint: { accusedNumber }, hiddenFrom }, person);
