/** A dry run of a policy: how far it is, and its report. */
import type { Because, ReplayReport } from '@trunkline/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('dry_run')
@Check('dry_run_state_check', `"state" = ANY (ARRAY['running', 'done', 'refused'])`)
export class DryRunRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dry_run_pkey' }) id!: string;
  @Column('uuid') asked_by!: string;
  @Column('timestamptz', { default: () => 'now()' }) asked_at!: Date;
  @Column('timestamptz') from_at!: Date;
  @Column('timestamptz') to_at!: Date;
  @Column('text', { default: 'running' }) state!: 'running' | 'done' | 'refused';
  @Column('integer', { default: 0 }) inputs!: number;
  @Column('timestamptz', { nullable: true }) reached_at!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) beat_at!: Date;
  @Column('jsonb', { nullable: true }) because!: Because | null;
  @Column('jsonb', { nullable: true }) report!: ReplayReport | null;
}
