/** Somebody owes a customer a call: one a missed or dropped call, or for another reason. */
import type { AgentId, CallBack, CallBackResult } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('call_back')
@Unique('call_back_once', ['call_id'])
@Check('call_back_result_check', `result IN ('reached', 'not-reached', 'not-needed')`)
@Check('call_back_taken_check', `taken_by IS NULL OR done_at IS NULL`)
@Index('call_back_of', ['conversation_id'], { where: 'done_at IS NULL' })
@Index('call_back_open', ['order_key', 'id'], { where: 'done_at IS NULL' })
@Index('call_back_newest', ['planned_at', 'id'])
@Index('call_back_address', ['channel', 'address'], { where: 'done_at IS NULL' })
export class CallBackRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'call_back_pkey' }) id!: string;
  @Column('uuid', { nullable: true }) call_id!: string | null;
  @Column('uuid') conversation_id!: string;
  @Column('text') queue!: string;
  /** A code of reasons.ts. */
  @Column('text') reason!: string;
  @Column('text') channel!: string;
  @Column('text') address!: string;
  @Column('timestamptz', { default: () => 'now()' }) planned_at!: Date;
  @Column('timestamptz') due_at!: Date;
  @Column('double precision') order_key!: number;
  @Column('jsonb', { default: [] }) attempts!: CallBack['attempts'];
  @Column('text', { nullable: true }) result!: CallBackResult | null;
  @Column('timestamptz', { nullable: true }) done_at!: Date | null;
  @Column('uuid', { nullable: true }) taken_by!: AgentId | null;
  @Column('int', { default: 1 }) version!: number;
}
