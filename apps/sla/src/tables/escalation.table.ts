/** Somebody was told: which level of the ladder, who of it, why, and what came of it. */
import type { AgentId, Trigger } from '@trunkline/contracts';
import type { LevelWorking } from '@trunkline/rules';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('escalation')
@Unique('escalation_once', ['matter_id', 'level'])
@Index('escalation_raised', ['raised_at'])
export class EscalationRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escalation_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('uuid') matter_id!: string;
  @Column('uuid', { nullable: true }) clock_id!: string | null;
  @Column('text') trigger!: Trigger;
  @Column('integer') level!: number;
  /** Null: a named person. */
  @Column('text', { nullable: true }) role!: string | null;
  @Column('jsonb', { default: [] }) people!: AgentId[];
  /** Codes of notification targets. */
  @Column('jsonb', { default: [] }) notify!: string[];
  /** Why this level, and those that were passed over. */
  @Column('jsonb', { default: [] }) working!: LevelWorking[];
  @Column('text') queue!: string;
  @Column('text') because!: string;
  @Column('jsonb', { default: {} }) values!: Record<string, string | number>;
  @Column('timestamptz', { default: () => 'now()' }) raised_at!: Date;
  @Column('timestamptz') acknowledge_by!: Date;
  @Column('uuid', { nullable: true }) acknowledged_by!: AgentId | null;
  @Column('timestamptz', { nullable: true }) acknowledged_at!: Date | null;
  @Column('timestamptz', { nullable: true }) over_at!: Date | null;
}
