/** The tables of dispatch and presence. */
import { AgentLoadRow } from './agent-load.table.ts';
import { AgentPresenceRow } from './agent-presence.table.ts';
import { AssignmentRow } from './assignment.table.ts';
import { DecisionRow } from './decision.table.ts';
import { DispatchInputRow } from './dispatch-input.table.ts';
import { DispatchSnapshotRow } from './dispatch-snapshot.table.ts';
import { DispatcherRow } from './dispatcher.table.ts';
import { RememberedAgentRow, RememberedConversationRow } from './remembered.table.ts';

export const dispatchTables = [
  DispatchInputRow,
  AssignmentRow,
  AgentLoadRow,
  AgentPresenceRow,
  DecisionRow,
  DispatcherRow,
  DispatchSnapshotRow,
  RememberedConversationRow,
  RememberedAgentRow,
];
