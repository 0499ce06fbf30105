/** The calendars of each policy version by which clocks were counted: a later version may have changed them. */
import type { Calendar } from '@trunkline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('calendars_of')
export class CalendarsOfRow {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'calendars_of_pkey' }) policy_version!: number;
  @Column('jsonb') calendars!: Record<string, Calendar>;
}
