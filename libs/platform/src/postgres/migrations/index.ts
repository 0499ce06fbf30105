/** Platform's migrations in their order; they run in each service's schema before its own. */
import { PlatformTables } from './0001-platform-tables.ts';

export const platformMigrations = [PlatformTables];
