/** The router's migrations, in order. */
import { Conversations } from './0001-conversations.ts';
import { Dispatch } from './0002-dispatch.ts';
import { EngineMemory } from './0003-engine-memory.ts';
import { CustomerVersion } from './0004-customer-version.ts';
import { Understanding } from './0007-understanding.ts';
import { Signs } from './0008-signs.ts';
import { RoutingLog } from './0009-routing-log.ts';
import { FinishedLately } from './0010-finished-lately.ts';
import { Tickets } from './0011-tickets.ts';
import { Customers } from './0012-customers.ts';
import { Acknowledgements } from './0013-acknowledgements.ts';
import { Followers } from './0014-followers.ts';
import { Calls } from './0015-calls.ts';
import { Alarms } from './0016-alarms.ts';
import { Consults } from './0017-consults.ts';
import { HandOvers } from './0018-hand-overs.ts';
import { HiddenFrom } from './0019-hidden-from.ts';
import { Submissions } from './0020-submissions.ts';
import { Questions } from './0021-questions.ts';
import { AskedForms } from './0022-asked-forms.ts';
import { Closings } from './0024-closings.ts';
import { WrapUps } from './0025-wrap-ups.ts';
import { Transfers } from './0027-transfers.ts';
import { TakenCallBacks } from './0028-taken-call-backs.ts';
import { TicketTies } from './0030-ticket-ties.ts';
import { Complaints } from './0031-complaints.ts';
import { TreeWalks } from './0032-tree-walks.ts';
import { TiesByCustomers } from './0033-ties-by-customers.ts';

export const migrations = [
  Conversations,
  Dispatch,
  EngineMemory,
  CustomerVersion,
  Understanding,
  Signs,
  RoutingLog,
  FinishedLately,
  Tickets,
  Customers,
  Acknowledgements,
  Followers,
  Calls,
  Alarms,
  Consults,
  HandOvers,
  HiddenFrom,
  Submissions,
  Questions,
  AskedForms,
  Closings,
  WrapUps,
  Transfers,
  TakenCallBacks,
  TicketTies,
  Complaints,
  TreeWalks,
  TiesByCustomers,
];
