/** The tables of signs, incidents, outcomes and submissions. */
import { ConversationSignRow } from './conversation-sign.table.ts';
import { IncidentMemberRow, IncidentRow } from './incident.table.ts';
import { IncidentMessageRow, IncidentMessageToRow } from './incident-message.table.ts';
import { MatterTieRow, OutcomeRow } from './outcome.table.ts';
import { SubmissionRow } from './submission.table.ts';

export const signTables = [
  ConversationSignRow,
  IncidentRow,
  IncidentMemberRow,
  IncidentMessageRow,
  IncidentMessageToRow,
  OutcomeRow,
  MatterTieRow,
  SubmissionRow,
];
