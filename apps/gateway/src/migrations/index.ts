/** The gateway's migrations, in order. */
import { Staff } from './0001-staff.ts';

export const migrations = [Staff];
