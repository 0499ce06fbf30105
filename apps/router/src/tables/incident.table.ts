/** Many report the same at once, and who they are. One open incident a label, by the database. */
import type { Because } from '@trunkline/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('incident')
@Index('incident_one_open', ['label'], { unique: true, where: 'closed_at IS NULL' })
@Index('incident_newest', ['opened_at'])
export class IncidentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_pkey' }) id!: string;
  @Column('integer', { default: 1 }) version!: number;
  @Column('text') label!: string;
  @Column('text', { array: true }) queues!: string[];
  @Column('integer') window_minutes!: number;
  /** Window by window, the present one last. */
  @Column('integer', { array: true }) counts!: number[];
  @Column('double precision') usual!: number;
  @Column('integer', { default: 0 }) member_count!: number;
  @Column('timestamptz', { default: () => 'now()' }) opened_at!: Date;
  @Column('timestamptz', { nullable: true }) closed_at!: Date | null;
  @Column('uuid', { nullable: true }) closed_by!: string | null;
  @Column('jsonb', { nullable: true }) because!: Because | null;
}

@Entity('incident_member')
export class IncidentMemberRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_member_pkey' }) incident_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_member_pkey' }) conversation_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  /** By hand; null: it was counted in. */
  @Column('uuid', { nullable: true }) added_by!: string | null;
  /** Taken out by hand: it is not counted in again. */
  @Column('timestamptz', { nullable: true }) removed_at!: Date | null;
  @Column('uuid', { nullable: true }) removed_by!: string | null;
}
