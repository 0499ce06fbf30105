/** The tables that platform makes in every service's schema. */
import { IdempotencyRow } from './idempotency.table.ts';
import { LeaseRow } from './lease.table.ts';
import { OutboxRow } from './outbox.table.ts';
import { ParkedRow } from './parked.table.ts';
import { ProcessedEventRow } from './processed-event.table.ts';
import { RelayLandingRow } from './relay-landing.table.ts';
import { RelayLogRow } from './relay-log.table.ts';
import { RelayMarkRow } from './relay-mark.table.ts';
import { SettingRow } from './setting.table.ts';

export const platformTables = [
  OutboxRow,
  RelayMarkRow,
  RelayLogRow,
  RelayLandingRow,
  ProcessedEventRow,
  ParkedRow,
  LeaseRow,
  SettingRow,
  IdempotencyRow,
];
