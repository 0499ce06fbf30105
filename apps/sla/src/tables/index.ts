/** What the schema of sla holds. */
import { AccusedRow } from './accused.table.ts';
import { AlarmRow } from './alarm.table.ts';
import { CalendarsOfRow } from './calendars-of.table.ts';
import { ClockRow } from './clock.table.ts';
import { ClockMoveRow } from './clock-move.table.ts';
import { EscalationRecord } from './escalation.table.ts';
import { EscalationSeenRow } from './escalation-seen.table.ts';
import { FollowedConversationRow } from './followed-conversation.table.ts';
import { MatterRow } from './matter.table.ts';
import { PresenceRow } from './presence.table.ts';
import { TimerRow } from './timer.table.ts';

export const slaTables = [
  FollowedConversationRow,
  ClockRow,
  ClockMoveRow,
  CalendarsOfRow,
  TimerRow,
  AlarmRow,
  MatterRow,
  EscalationRecord,
  EscalationSeenRow,
  AccusedRow,
  PresenceRow,
];
