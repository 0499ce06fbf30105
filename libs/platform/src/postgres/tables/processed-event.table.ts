/** Facts already heard, by day of their id; partitioned, so TypeORM only reads it and never compares it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('processed_event')
export class ProcessedEventRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'processed_event_pkey' }) consumer!: string;
  /** Read from the event's UUIDv7, never from the clock. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'processed_event_pkey' }) event_day!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'processed_event_pkey' }) event_id!: string;
  @Column('text', { default: 'done' }) outcome!: 'done' | 'parked' | 'retry';
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
