/** A telephone call, as its reports tell of it: one row a call of a channel. */
import type { CallState } from '@trunkline/contracts';
import type { CallStand } from '@trunkline/rules';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('call')
@Unique('call_once', ['channel', 'call'])
@Check('call_state_check', `state IN ('ringing', 'answered', 'ended', 'missed', 'dropped')`)
@Check('call_direction_check', `direction IN ('in', 'out')`)
@Index('call_of', ['conversation_id'])
@Index('call_going_on', ['heard_at'], { where: `state IN ('ringing', 'answered')` })
export class CallRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'call_pkey' }) id!: string;
  @Column('text') channel!: string;
  @Column('text') account!: string;
  /** The provider's id of it. */
  @Column('text') call!: string;
  @Column('uuid') conversation_id!: string;
  @Column('text') state!: CallState;
  @Column('text') direction!: 'in' | 'out';
  /** The customer's number; empty where it was withheld. */
  @Column('text') address!: string;
  @Column('text') dialled!: string;
  /** All that was reported, added up. */
  @Column('jsonb') stand!: CallStand;
  @Column('uuid', { nullable: true }) agent_id!: string | null;
  @Column('boolean', { default: false }) is_by_hand!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) heard_at!: Date;
}
