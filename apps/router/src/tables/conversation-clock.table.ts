/** What was last heard of each clock; lists show the earliest of those that run. The truth stands with sla. */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('conversation_clock')
@Check('conversation_clock_state_check', `state IN ('running', 'paused', 'met')`)
@Index('conversation_clock_of', ['conversation_id'])
@Index('conversation_clock_over', ['heard_at'], { where: `state = 'met'` })
export class ConversationClockRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversation_clock_pkey' }) clock_id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('text') policy!: string;
  @Column('uuid', { nullable: true }) ticket_id!: string | null;
  /** Known once its beginning was heard of. */
  @Column('timestamptz', { nullable: true }) started_at!: Date | null;
  @Column('timestamptz') due_at!: Date;
  /** Instant and id of the fact that said so: an earlier one that comes later changes nothing. */
  @Column('text') due_said!: string;
  @Column('text') state!: 'running' | 'paused' | 'met';
  @Column('text') state_said!: string;
  @Column('timestamptz', { default: () => 'now()' }) heard_at!: Date;
}
