/** What is on the ladder: one matter a conversation, trigger and cause, whatever is heard twice. */
import type { AgentId, Because, Trigger } from '@trunkline/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('matter')
@Unique('matter_once', ['conversation_id', 'trigger', 'what'])
@Index('matter_open', ['conversation_id'], { where: 'over_at IS NULL' })
@Index('matter_follower', ['follower_id'], { where: 'follower_id IS NOT NULL' })
@Index('matter_clock', ['clock_id'], { where: 'over_at IS NULL AND clock_id IS NOT NULL' })
export class MatterRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'matter_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('text') trigger!: Trigger;
  /** The clock, ticket, sign or order that brought it about. */
  @Column('text') what!: string;
  @Column('uuid', { nullable: true }) clock_id!: string | null;
  @Column('text') queue!: string;
  /** The rule that raised it. */
  @Column('jsonb') because!: Because;
  /** The highest that was told; before the first, one below where it begins. */
  @Column('integer') level!: number;
  /** When that was said which brought it about. */
  @Column('timestamptz') begun_at!: Date;
  @Column('timestamptz', { default: () => 'now()' }) raised_at!: Date;
  /** Who was said to stay with it. */
  @Column('uuid', { nullable: true }) follower_id!: AgentId | null;
  @Column('uuid', { nullable: true }) acknowledged_by!: AgentId | null;
  @Column('timestamptz', { nullable: true }) acknowledged_at!: Date | null;
  @Column('timestamptz', { nullable: true }) over_at!: Date | null;
  @Column('text', { nullable: true }) over_because!: string | null;
}
