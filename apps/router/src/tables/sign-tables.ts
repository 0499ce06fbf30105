/** The tables of signs, incidents and outcomes. */
import { ConversationSignRow } from './conversation-sign.table.ts';
import { IncidentMemberRow, IncidentRow } from './incident.table.ts';
import { MatterTieRow, OutcomeRow } from './outcome.table.ts';

export const signTables = [ConversationSignRow, IncidentRow, IncidentMemberRow, OutcomeRow, MatterTieRow];
