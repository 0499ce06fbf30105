/** The migrations of sla, in order. */
import { Clocks } from './0001-clocks.ts';

export const migrations = [Clocks];
