/** The migrations of sla, in order. */
import { Clocks } from './0001-clocks.ts';
import { ManyClocks } from './0002-many-clocks.ts';
import { CarriedClocks } from './0003-carried-clocks.ts';
import { Matters } from './0004-matters.ts';
import { AskedAt } from './0005-asked-at.ts';
import { Followers } from './0006-followers.ts';
import { VacuumTimers } from './0007-vacuum-timers.ts';
import { Alarms } from './0008-alarms.ts';

export const migrations = [Clocks, ManyClocks, CarriedClocks, Matters, AskedAt, Followers, VacuumTimers, Alarms];
