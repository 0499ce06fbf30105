/** Platform's migrations in their order; they run in each service's schema before its own. */
import { PlatformTables } from './0001-platform-tables.ts';
import { RelayLog } from './0002-relay-log.ts';
import { OnceMore } from './0003-once-more.ts';

export const platformMigrations = [PlatformTables, RelayLog, OnceMore];
