/** Every route of the staff's API, `/v1`: what it takes, what it answers. The OpenAPI document is made of this list. */
import { z } from 'zod';
import { ClassifierVersions, Correction, Corrections, NewLabel, TriedText, TryText } from './classify-api.ts';
import {
  AgentRows,
  ChangedStaff,
  Conversation,
  ConversationPage,
  Deadlines,
  Decline,
  EscalationRow,
  EscalationRows,
  Explanation,
  Me,
  Message,
  MessagePage,
  NewMessage,
  NewPolicy,
  NewPresence,
  NewSession,
  NewSetUp,
  NewStaff,
  ParkedRow,
  ParkedRows,
  PresenceNow,
  QueueRows,
  Session,
  Transfer,
  WholeMessage,
} from './desk-api.ts';
import { NewTarget, Notification, Notifications, NotifyTarget, NotifyTargets } from './notify-api.ts';
import { PolicyV1 } from './policy.v1.ts';
import { CompareAsked, DryRun, DryRunAsked, LintAsked, PolicyChanges, PolicyProblems } from './policy-api.ts';
import { DutyRows, NewRosterDay, RosterDay, RosterDays, RosterFile, RosterTaken } from './roster-api.ts';
import {
  IncidentRow,
  IncidentRows,
  Matter,
  NewOutcome,
  NewSign,
  RemovedSign,
  SameMatterSaid,
  Sign,
  SignRow,
  SignRows,
  Signs,
} from './signs-api.ts';
import { StaffV1 } from './staff.v1.ts';
import { HolidayFile, Holidays } from './time-api.ts';

export type V1Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/v1`, with `{placeholders}`. */
  path: string;
  summary: string;
  /** Query parameters and what each is for. */
  query?: Record<string, string>;
  body?: z.ZodType;
  answer?: z.ZodType;
  status?: 200 | 201 | 202 | 204;
  /** May be asked without being signed in. */
  isOpen?: true;
  /** Takes an `Idempotency-Key`. */
  isOnce?: true;
  /** Answers bytes instead of JSON. */
  isFile?: true;
};

const listOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });
const one = '/conversations/{id}';
const order = (path: string, summary: string, body?: z.ZodType): V1Route => ({
  method: 'post',
  path: `${one}/${path}`,
  summary,
  answer: Conversation,
  ...(body ? { body } : {}),
});

export const v1Routes: readonly V1Route[] = [
  {
    method: 'post',
    path: '/sessions',
    summary: 'Sign in: a bearer token, and a cookie for the console',
    body: NewSession,
    answer: Session,
    status: 201,
    isOpen: true,
  },
  { method: 'delete', path: '/sessions/current', summary: 'Sign out: the token and its sockets end', status: 204 },
  {
    method: 'post',
    path: '/set-up',
    summary: 'Take the one-time set-up link of an empty desk',
    body: NewSetUp,
    answer: StaffV1,
    status: 201,
    isOpen: true,
  },
  { method: 'get', path: '/me', summary: 'Who is signed in, and their presence', answer: Me },
  { method: 'put', path: '/me/presence', summary: 'Come online, or leave', body: NewPresence, answer: PresenceNow },
  {
    method: 'get',
    path: '/conversations',
    summary: 'Conversations that one may see, in the order in which they are served',
    query: {
      state: 'states, with commas',
      queue: 'queues, with commas',
      assignee: 'me, none, or a person’s id',
      q: 'words, a name, an address; Chinese too',
      late: '1: only what is past its limit',
      cursor: '`next` of the page before',
      limit: '1 to 200',
    },
    answer: ConversationPage,
  },
  { method: 'get', path: one, summary: 'One conversation', answer: Conversation },
  {
    method: 'get',
    path: `${one}/messages`,
    summary: 'Its messages, oldest first',
    query: { cursor: '`next` of the page before' },
    answer: MessagePage,
  },
  {
    method: 'post',
    path: `${one}/messages`,
    summary: 'Reply to the customer, or leave a note for colleagues',
    body: NewMessage,
    answer: Message,
    status: 201,
    isOnce: true,
  },
  {
    method: 'post',
    path: `${one}/messages/{messageId}/send-again`,
    summary: 'Send again what failed or may not have arrived',
    answer: Message,
  },
  {
    method: 'post',
    path: `${one}/messages/{messageId}/arrived`,
    summary: 'Settle an unclear sending: it arrived',
    answer: Message,
  },
  order('accept', 'Take an offer'),
  order('decline', 'Turn an offer down', Decline),
  order('transfer', 'Hand over to a queue or a colleague', Transfer),
  order('take-over', 'Take it from whoever has it'),
  order('resolve', 'Mark it solved'),
  order('close', 'Close it for good'),
  order('reopen', 'Open a solved one again'),
  order('label', 'Put its label right', NewLabel),
  { method: 'get', path: `${one}/signs`, summary: 'What makes it sensitive, and who says so', answer: Signs },
  {
    method: 'post',
    path: `${one}/signs`,
    summary: 'Mark it as sensitive',
    body: NewSign,
    answer: Sign,
    status: 201,
  },
  {
    method: 'delete',
    path: `${one}/signs/{signId}`,
    summary: 'Take a sign back, with a reason',
    body: RemovedSign,
    status: 204,
  },
  { ...order('outcome', 'Say how it ended for the customer', NewOutcome), status: 200 },
  { method: 'get', path: `${one}/same-matter`, summary: 'The customer’s other contacts about it', answer: Matter },
  {
    method: 'post',
    path: `${one}/same-matter`,
    summary: 'Tie another contact to its matter, or untie it',
    body: SameMatterSaid,
    answer: Matter,
  },
  { method: 'post', path: `${one}/read`, summary: 'The customer’s words were read', status: 204 },
  { method: 'post', path: `${one}/typing`, summary: 'Somebody is writing to the customer', status: 204 },
  { method: 'get', path: `${one}/explain`, summary: 'Each routing decision with its working', answer: Explanation },
  { method: 'get', path: `${one}/deadlines`, summary: 'Its time limits with their working', answer: Deadlines },
  {
    method: 'get',
    path: '/receipts/{id}',
    summary: 'A message in whole: HTML made safe, quotation',
    answer: WholeMessage,
  },
  { method: 'get', path: '/receipts/{id}/raw', summary: 'The original as it came', isFile: true },
  {
    method: 'get',
    path: '/attachments/{sha256}',
    summary: 'A file that came with a message',
    query: { name: 'the name to save it under' },
    isFile: true,
  },
  {
    method: 'get',
    path: '/corrections',
    summary: 'Labels that people put right, newest first',
    query: { state: 'proposed, approved or rejected', cursor: '`next` of the page before' },
    answer: Corrections,
  },
  {
    method: 'post',
    path: '/corrections/{id}/approve',
    summary: 'Let the classifier learn from it',
    answer: Correction,
  },
  { method: 'post', path: '/corrections/{id}/reject', summary: 'Keep the classifier from it', answer: Correction },
  {
    method: 'get',
    path: '/classifier',
    summary: 'Versions of the classifier, newest first',
    answer: ClassifierVersions,
  },
  {
    method: 'post',
    path: '/classifier/fit',
    summary: 'Fit it anew to what was approved since',
    answer: ClassifierVersions,
  },
  {
    method: 'post',
    path: '/classify/try',
    summary: 'What the desk would make of a text',
    body: TryText,
    answer: TriedText,
  },
  { method: 'get', path: '/queues', summary: 'Queues: waiting, oldest, people, estimated wait', answer: QueueRows },
  { method: 'get', path: '/agents', summary: 'People, their presence and what they carry', answer: AgentRows },
  {
    method: 'get',
    path: '/colleagues',
    summary: 'Whom one may hand a conversation to',
    answer: z.object({
      items: z.array(
        z.object({
          id: StaffV1.shape.id,
          name: z.string(),
          number: z.string(),
          groups: z.array(z.string()),
          presence: PresenceNow,
        }),
      ),
    }),
  },
  {
    method: 'get',
    path: '/escalations',
    summary: 'What was escalated',
    query: { open: '1: only what nobody has acknowledged' },
    answer: EscalationRows,
  },
  { method: 'post', path: '/escalations/{id}/acknowledge', summary: 'I see to it', answer: EscalationRow },
  {
    method: 'get',
    path: '/signs',
    summary: 'Sensitive conversations in the queues that one watches, newest first',
    query: { open: '1: only what nobody has seen' },
    answer: SignRows,
  },
  { method: 'post', path: '/signs/{id}/seen', summary: 'I have seen it', answer: SignRow },
  {
    method: 'get',
    path: '/incidents',
    summary: 'What many report at once, newest first',
    query: { open: '1: only what is not over' },
    answer: IncidentRows,
  },
  { method: 'post', path: '/incidents/{id}/close', summary: 'It is over', answer: IncidentRow },
  {
    method: 'get',
    path: '/parked',
    summary: 'What was put aside, in all services',
    query: { count: '1: only how many' },
    answer: ParkedRows,
  },
  { method: 'post', path: '/parked/{id}/retry', summary: 'Take it in again', answer: ParkedRow },
  { method: 'get', path: '/staff', summary: 'Everybody who works here', answer: listOf(StaffV1) },
  { method: 'post', path: '/staff', summary: 'Add a person', body: NewStaff, answer: StaffV1, status: 201 },
  { method: 'patch', path: '/staff/{id}', summary: 'Change a person', body: ChangedStaff, answer: StaffV1 },
  {
    method: 'get',
    path: '/policies',
    summary: 'Versions of the policy, newest first',
    answer: listOf(
      z.object({
        version: z.int(),
        note: z.string(),
        publishedBy: StaffV1.shape.id.nullable(),
        publishedAt: z.iso.datetime(),
      }),
    ),
  },
  { method: 'get', path: '/policies/current', summary: 'The policy in force', answer: PolicyV1 },
  { method: 'get', path: '/policies/{version}', summary: 'One version of the policy', answer: PolicyV1 },
  {
    method: 'post',
    path: '/policies',
    summary: 'Publish the next version',
    body: NewPolicy,
    answer: PolicyV1,
    status: 201,
  },
  {
    method: 'post',
    path: '/policies/lint',
    summary: 'What in a policy does not hold, with its place',
    body: LintAsked,
    answer: PolicyProblems,
  },
  {
    method: 'post',
    path: '/policies/compare',
    summary: 'What differs between two policies',
    body: CompareAsked,
    answer: PolicyChanges,
  },
  {
    method: 'post',
    path: '/policies/dry-run',
    summary: 'Begin to replay recorded routing under another policy',
    body: DryRunAsked,
    answer: DryRun,
    status: 202,
  },
  {
    method: 'get',
    path: '/routing-log',
    summary: 'What was recorded of routing: a snapshot, then each numbered input with its decisions',
    query: {
      from: 'an instant; the snapshot is the last one before it',
      to: 'an instant, excluded',
      cursor: '`next` of the page before',
      limit: '1 to 5000',
    },
    answer: z.object({
      snapshot: z.record(z.string(), z.unknown()).optional(),
      items: z.array(z.record(z.string(), z.unknown())),
      next: z.string().nullable(),
    }),
  },
  { method: 'get', path: '/policies/dry-runs/{id}', summary: 'How far a dry run is, and its report', answer: DryRun },
  {
    method: 'get',
    path: '/roster',
    summary: 'Who is on shift, by group and day',
    query: { from: 'a date', to: 'a date, included', queue: 'one group' },
    answer: RosterDays,
  },
  {
    method: 'put',
    path: '/roster/{queue}/{date}',
    summary: 'Replace the shifts of a group’s day',
    body: NewRosterDay,
    answer: RosterDay,
  },
  {
    method: 'post',
    path: '/roster/import',
    summary: 'Take a roster from CSV: all of it, or nothing and why',
    body: RosterFile,
    answer: RosterTaken,
  },
  {
    method: 'get',
    path: '/roster/export',
    summary: 'The roster as CSV that can be taken in again',
    query: { from: 'a date', to: 'a date, included', queue: 'one group' },
    isFile: true,
  },
  { method: 'get', path: '/duty', summary: 'Who is on duty now, by group', answer: DutyRows },
  { method: 'get', path: '/notify/targets', summary: 'Where escalations are told', answer: NotifyTargets },
  {
    method: 'post',
    path: '/notify/targets',
    summary: 'Add a target',
    body: NewTarget,
    answer: NotifyTarget,
    status: 201,
  },
  {
    method: 'put',
    path: '/notify/targets/{code}',
    summary: 'Change a target; a secret that is absent stays, an address that is sent back as it was shown too',
    body: NewTarget,
    answer: NotifyTarget,
  },
  { method: 'delete', path: '/notify/targets/{code}', summary: 'Remove a target', status: 204 },
  {
    method: 'post',
    path: '/notify/targets/{code}/test',
    summary: 'Tell a target something now, and see what it answers',
    answer: Notification,
  },
  {
    method: 'get',
    path: '/notify/notifications',
    summary: 'What targets were told, newest first',
    query: { target: 'one target', limit: '1 to 500' },
    answer: Notifications,
  },
  {
    method: 'get',
    path: '/holidays',
    summary: 'Public holidays of a country, to choose from; without one, the countries',
    query: {
      country: 'two letters, like CN',
      state: 'its part, like BY',
      year: 'this year, if absent',
      language: 'of the names: en, zh, de…',
    },
    answer: Holidays,
  },
  {
    method: 'post',
    path: '/holidays/import',
    summary: 'The days of a calendar file, to choose from',
    body: HolidayFile,
    answer: Holidays,
  },
];
