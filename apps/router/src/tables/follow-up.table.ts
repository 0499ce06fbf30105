/** Somebody is to ask the customer, some time after it was solved: one a clock. */
import type { FollowUpResult } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('follow_up')
@Unique('follow_up_clock_id_key', ['clock_id'])
@Check('follow_up_result_check', `result IN ('satisfied', 'unsatisfied', 'not-reached')`)
@Index('follow_up_open', ['due_at', 'id'], { where: 'done_at IS NULL' })
@Index('follow_up_newest', ['due_at', 'id'])
export class FollowUpRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'follow_up_pkey' }) id!: string;
  @Column('uuid') clock_id!: string;
  @Column('uuid') conversation_id!: string;
  /** A code of reasons.ts. */
  @Column('text') reason!: string;
  @Column('timestamptz') due_at!: Date;
  @Column('timestamptz', { default: () => 'now()' }) planned_at!: Date;
  @Column('uuid', { nullable: true }) done_by!: string | null;
  @Column('timestamptz', { nullable: true }) done_at!: Date | null;
  @Column('text', { nullable: true }) result!: FollowUpResult['result'] | null;
  @Column('text', { default: '' }) note!: string;
}
