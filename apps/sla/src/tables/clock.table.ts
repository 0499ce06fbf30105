/** One limit of time that ran, or runs: computed once in business time, with its working. */
import type { Deadline } from '@trunkline/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('clock')
@Unique('clock_cycle', ['conversation_id', 'policy', 'cycle'])
@Index('clock_running', ['conversation_id'], { unique: true, where: 'met_at IS NULL' })
export class ClockRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clock_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('text') policy!: string;
  @Column('integer') cycle!: number;
  @Column('text') standard!: string;
  @Column('text') queue!: string;
  @Column('text') calendar!: string;
  @Column('integer') policy_version!: number;
  @Column('double precision') limit_seconds!: number;
  @Column('jsonb') working!: Deadline['working'];
  @Column('timestamptz') started_at!: Date;
  @Column('timestamptz', { nullable: true }) warn_at!: Date | null;
  @Column('timestamptz') due_at!: Date;
  @Column('timestamptz', { nullable: true }) warned_at!: Date | null;
  @Column('timestamptz', { nullable: true }) missed_at!: Date | null;
  @Column('timestamptz', { nullable: true }) met_at!: Date | null;
  @Column('text', { nullable: true }) met_because!: string | null;
}
