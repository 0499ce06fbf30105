/** Somebody was told: which level of the ladder, why, and what came of it. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('escalation')
@Unique('escalation_once', ['clock_id', 'level'])
@Index('escalation_raised', ['raised_at'])
export class EscalationRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escalation_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('uuid') clock_id!: string;
  @Column('integer') level!: number;
  @Column('text') role!: string;
  @Column('text') queue!: string;
  @Column('text') because!: string;
  @Column('jsonb', { default: {} }) values!: Record<string, string | number>;
  @Column('timestamptz', { default: () => 'now()' }) raised_at!: Date;
  @Column('timestamptz') acknowledge_by!: Date;
  @Column('uuid', { nullable: true }) acknowledged_by!: string | null;
  @Column('timestamptz', { nullable: true }) acknowledged_at!: Date | null;
  @Column('timestamptz', { nullable: true }) over_at!: Date | null;
}
