/** What the schema of sla holds. */
import { CalendarsOfRow } from './calendars-of.table.ts';
import { ClockRow } from './clock.table.ts';
import { ClockMoveRow } from './clock-move.table.ts';
import { EscalationRecord } from './escalation.table.ts';
import { FollowedConversationRow } from './followed-conversation.table.ts';
import { PresenceRow } from './presence.table.ts';
import { TimerRow } from './timer.table.ts';

export const slaTables = [
  FollowedConversationRow,
  ClockRow,
  ClockMoveRow,
  CalendarsOfRow,
  TimerRow,
  EscalationRecord,
  PresenceRow,
];
