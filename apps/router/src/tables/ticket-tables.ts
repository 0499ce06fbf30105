/** The tables of tickets, follow-ups, delay notices, alarms and the clocks that lists show. */
import { AlarmRow } from './alarm.table.ts';
import { ClosingRow } from './closing.table.ts';
import { complaintTables } from './complaint-tables.ts';
import { ConsultRow } from './consult.table.ts';
import { ConversationClockRow } from './conversation-clock.table.ts';
import { DelayNoticeRow } from './delay-notice.table.ts';
import { FollowUpRow } from './follow-up.table.ts';
import { HandOverRow } from './hand-over.table.ts';
import { QuestionRow } from './question.table.ts';
import { TicketRow } from './ticket.table.ts';
import { TicketConversationRow } from './ticket-conversation.table.ts';
import { TicketLinkRow } from './ticket-link.table.ts';
import { TreeWalkRow } from './tree-walk.table.ts';
import { WrapUpRow } from './wrap-up.table.ts';

export const ticketTables = [
  TicketRow,
  TicketConversationRow,
  TicketLinkRow,
  FollowUpRow,
  HandOverRow,
  ...complaintTables,
  DelayNoticeRow,
  ConversationClockRow,
  AlarmRow,
  ConsultRow,
  QuestionRow,
  ClosingRow,
  TreeWalkRow,
  WrapUpRow,
];
