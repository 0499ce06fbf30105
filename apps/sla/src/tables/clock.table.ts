/** One limit of time that ran, or runs: computed once in business time, with its working. */
import type { Deadline } from '@trunkline/contracts';
import type { Pause } from '@trunkline/rules';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('clock')
@Unique('clock_cycle', ['conversation_id', 'policy', 'cycle'])
@Index('clock_running', ['conversation_id', 'policy', 'about'], { unique: true, where: 'met_at IS NULL' })
@Index('clock_urgent', ['due_at', 'id'], {
  where: 'met_at IS NULL AND (warned_at IS NOT NULL OR missed_at IS NOT NULL)',
})
@Index('clock_ended', ['policy', 'queue', 'standard', 'met_at'], { where: 'met_at IS NOT NULL' })
@Index('clock_by_version', ['policy_version'], { where: 'met_at IS NULL' })
export class ClockRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clock_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  /** Its kind: a `ClockKind`. */
  @Column('text') policy!: string;
  /** What it times: the conversation itself, a ticket, or the clock whose new time was promised. */
  @Column('uuid') about!: string;
  @Column('integer') cycle!: number;
  @Column('text', { default: '' }) limit_code!: string;
  @Column('text') standard!: string;
  @Column('text') queue!: string;
  @Column('text') calendar!: string;
  @Column('integer') policy_version!: number;
  /** Of open time; of working days, what they came to at the start. */
  @Column('double precision') limit_seconds!: number;
  @Column('integer', { nullable: true }) working_days!: number | null;
  @Column('jsonb') working!: Deadline['working'];
  /** The instant that brought this cycle about: what ended before it does not end it. */
  @Column('timestamptz') begun_at!: Date;
  /** Where counting begins: earlier than `begun_at` where a reopened one goes on. */
  @Column('timestamptz') started_at!: Date;
  /** In which it stood still, in ms. */
  @Column('jsonb', { default: [] }) pauses!: Pause[];
  @Column('timestamptz', { nullable: true }) paused_at!: Date | null;
  /** Where policy or calendar changed while it ran: what was used until then stays used. */
  @Column('jsonb', { nullable: true }) carried!: { at: number; usedSeconds: number } | null;
  @Column('timestamptz', { nullable: true }) warn_at!: Date | null;
  @Column('timestamptz') due_at!: Date;
  @Column('timestamptz', { nullable: true }) warned_at!: Date | null;
  @Column('timestamptz', { nullable: true }) missed_at!: Date | null;
  @Column('timestamptz', { nullable: true }) met_at!: Date | null;
  @Column('text', { nullable: true }) met_because!: string | null;
  /** Open seconds from start to end without the pauses: the pace of its queue. */
  @Column('double precision', { nullable: true }) took_seconds!: number | null;
  @Column('timestamptz', { nullable: true }) forecast_at!: Date | null;
  /** The customer was told of the delay, with this new time; null where none may be promised. */
  @Column('timestamptz', { nullable: true }) told_at!: Date | null;
  @Column('timestamptz', { nullable: true }) new_time!: Date | null;
}
