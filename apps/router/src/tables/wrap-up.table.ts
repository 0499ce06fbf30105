/** What an agent keeps of a finished conversation, once a resolution, and how long they were out of routing for it. */
import type { Attitude, WrapUp, WrapUpResult } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('wrap_up')
@Unique('wrap_up_once', ['conversation_id', 'cycle'])
@Check('wrap_up_back_because_check', `back_because IN ('done', 'time', 'signed-out', 'came-online')`)
@Check('wrap_up_result_check', `result IN ('solved', 'partly', 'not-solved', 'passed-on')`)
@Check('wrap_up_attitude_check', `attitude IN ('calm', 'disappointed', 'upset', 'angry', 'threatens')`)
@Index('wrap_up_running', ['agent_id'], { where: 'due_at IS NOT NULL AND back_at IS NULL' })
export class WrapUpRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'wrap_up_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('integer') cycle!: number;
  @Column('uuid') agent_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) started_at!: Date;
  /** Null: they are not out of routing for it. */
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('timestamptz', { nullable: true }) back_at!: Date | null;
  @Column('text', { nullable: true }) back_because!: WrapUp['backBecause'];
  @Column('timestamptz', { nullable: true }) done_at!: Date | null;
  @Column('text', { default: '' }) summary!: string;
  @Column('boolean', { default: false }) is_confirmed!: boolean;
  @Column('text', { nullable: true }) result!: WrapUpResult | null;
  @Column('text', { nullable: true }) attitude!: Attitude | null;
  /** What the archive finds it by. */
  @Column('tsvector', { default: '' }) words!: string;
}
