/** `alarm.*`, `consult.*`, `call-back.*`, `department.*`, `visitor.*`, `conversation.rated`: what procedures say. */
import { z } from 'zod';
import { ConsultKind } from './consult.ts';
import { Head } from './conversation-facts.v1.ts';
import {
  AgentId,
  AlarmId,
  CallBackId,
  ConsultId,
  ConversationId,
  HandOverId,
  MessageId,
  ReceiptId,
  TicketId,
} from './ids.ts';
import { Attachment, Automatic, ChannelName, Instant, MailChecks } from './parts.ts';

/**
 * What the router wants to be woken for. `broken-off`: the customer is gone; `consent`: they were asked before a
 * transfer; `live-end`: nothing else was wanted, and a live conversation ends by silence; `wrap-up`: the agent's time
 * after it; `call-back` and `department`: somebody owes the customer a call, a department an answer;
 * `complaint-contact`: a complainant has not been contacted yet.
 */
export const AlarmKind = z.enum([
  'broken-off',
  'consent',
  'live-end',
  'wrap-up',
  'call-back',
  'department',
  'complaint-contact',
]);
export type AlarmKind = z.infer<typeof AlarmKind>;

/**
 * Written by the router, heard by sla. The same `alarmId` set again with a higher `version` moves it. `escalates`: it is
 * a limit, and ringing it is a matter for the ladder (`limit-missed`). `aboutId` is what it is about: a call-back, a
 * ticket, an assignment; the conversation where nothing else.
 */
export const AlarmSetV1 = Head.extend({
  alarmId: AlarmId,
  kind: AlarmKind,
  aboutId: z.uuid(),
  dueAt: Instant,
  escalates: z.boolean(),
  /** Of the alarm: rises when it is moved or taken off. */
  alarmVersion: z.int().positive(),
});
export type AlarmSetV1 = z.infer<typeof AlarmSetV1>;
export const AlarmOffV1 = Head.extend({ alarmId: AlarmId, alarmVersion: z.int().positive() });
export type AlarmOffV1 = z.infer<typeof AlarmOffV1>;
/** Written by sla once for each setting; the router says whether it still matters. */
export const AlarmRangV1 = z.object({
  alarmId: AlarmId,
  alarmVersion: z.int().positive(),
  conversationId: ConversationId,
  kind: AlarmKind,
  aboutId: z.uuid(),
  dueAt: Instant,
});
export type AlarmRangV1 = z.infer<typeof AlarmRangV1>;

const Consult = Head.extend({ consultId: ConsultId, kind: ConsultKind, by: AgentId.nullable() });
export const ConsultOpenedV1 = Consult;
export type ConsultOpenedV1 = z.infer<typeof ConsultOpenedV1>;
/** The first answer counts; nobody's where the conversation ended before. */
export const ConsultAnsweredV1 = Consult.extend({ answeredBy: AgentId.nullable() });
export type ConsultAnsweredV1 = z.infer<typeof ConsultAnsweredV1>;

const CallBack = Head.extend({
  callBackId: CallBackId,
  callBackVersion: z.int().positive(),
  /** The group that calls: it may be another than the conversation's. */
  callBackQueue: z.string(),
  takenBy: AgentId.nullable(),
  dueAt: Instant,
});
export const CallBackPlannedV1 = CallBack;
export type CallBackPlannedV1 = z.infer<typeof CallBackPlannedV1>;
/** Taken by somebody, tried, given back, moved, or done: `isDone`. */
export const CallBackChangedV1 = CallBack.extend({ isDone: z.boolean() });
export type CallBackChangedV1 = z.infer<typeof CallBackChangedV1>;

/**
 * Written by the router on `replies`: mail a department what it was handed. Who sends signs the address to answer to with
 * the hand-over's id, and says of `messageId` what becomes of it, as of any word.
 */
export const DepartmentAskedV1 = z.object({
  handOverId: HandOverId,
  ticketId: TicketId,
  conversationId: ConversationId,
  messageId: MessageId,
  to: z.email(),
  name: z.string().max(255),
  subject: z.string().max(300),
  text: z.string().min(1),
});
export type DepartmentAskedV1 = z.infer<typeof DepartmentAskedV1>;
/** Written by channels on `messages.inbound`: a mail to the signed address of a hand-over, whose signature held. */
export const DepartmentAnsweredV1 = z.object({
  receiptId: ReceiptId,
  channel: ChannelName,
  handOverId: HandOverId,
  /** Who wrote, as the mail says; what vouches for it: the router takes it only from the department's own address. */
  from: z.string().max(512),
  checks: MailChecks.nullable(),
  automatic: Automatic.nullable(),
  text: z.string(),
  attachments: z.array(Attachment).max(100),
  receivedAt: Instant,
});
export type DepartmentAnsweredV1 = z.infer<typeof DepartmentAnsweredV1>;

/** Written by channels on `messages.inbound`, key `channel:address`: the last socket of a visitor is gone, or one is back. */
const Visitor = z.object({
  channel: ChannelName,
  account: z.string().max(255),
  address: z.string().max(512),
  at: Instant,
});
export const VisitorLeftV1 = Visitor;
export type VisitorLeftV1 = z.infer<typeof VisitorLeftV1>;
export const VisitorReturnedV1 = Visitor;
export type VisitorReturnedV1 = z.infer<typeof VisitorReturnedV1>;

/** The answer to a survey, once for each time it was solved. */
export const ConversationRatedV1 = Head.extend({ score: z.int().min(1).max(5), comment: z.boolean() });
export type ConversationRatedV1 = z.infer<typeof ConversationRatedV1>;
