/** Who is on shift in a group on a day: the truth of what is published as a setting. */
import type { RosterShift } from '@trunkline/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('roster_day')
@Index('roster_day_date', ['date'])
export class RosterDayRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'roster_day_pkey' }) queue!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'roster_day_pkey' }) date!: string;
  @Column('integer') version!: number;
  @Column('jsonb') shifts!: RosterShift[];
  @Column('uuid') changed_by!: string;
  @Column('timestamptz', { default: () => 'now()' }) changed_at!: Date;
}
