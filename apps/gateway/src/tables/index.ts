/** What the gateway's schema holds beside the platform's tables. */
import { DryRunRow } from './dry-run.table.ts';
import { NotificationRow } from './notification.table.ts';
import { NotifyTargetRow } from './notify-target.table.ts';
import { PolicyVersionRow } from './policy-version.table.ts';
import { RosterDayRow } from './roster-day.table.ts';
import { SessionRow } from './session.table.ts';
import { SetUpLinkRow } from './set-up-link.table.ts';
import { StaffTableRow } from './staff.table.ts';

export const tables = [
  StaffTableRow,
  SessionRow,
  SetUpLinkRow,
  PolicyVersionRow,
  DryRunRow,
  RosterDayRow,
  NotifyTargetRow,
  NotificationRow,
];
