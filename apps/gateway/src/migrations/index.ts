/** The gateway's migrations, in order. */
import { Staff } from './0001-staff.ts';
import { DryRuns } from './0002-dry-runs.ts';

export const migrations = [Staff, DryRuns];
