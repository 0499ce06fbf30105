/** The gateway's migrations, in order. */
import { Staff } from './0001-staff.ts';
import { DryRuns } from './0002-dry-runs.ts';
import { RosterAndTargets } from './0003-roster-and-targets.ts';
import { OwnSetUpLinks } from './0004-own-set-up-links.ts';

export const migrations = [Staff, DryRuns, RosterAndTargets, OwnSetUpLinks];
