/** A supervisor's word that something of a group is not transferred for a time. */
import type { BothLanguages } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('directive')
@Check('directive_time_check', 'until_at > from_at')
@Index('directive_running', ['until_at'], { where: 'ended_at IS NULL' })
export class DirectiveRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'directive_pkey' }) id!: string;
  @Column('text') queue!: string;
  @Column('text', { nullable: true }) topic!: string | null;
  @Column('text', { nullable: true }) label!: string | null;
  @Column('jsonb') text!: BothLanguages;
  @Column('uuid') by!: string;
  @Column('timestamptz') from_at!: Date;
  @Column('timestamptz') until_at!: Date;
  @Column('timestamptz', { default: () => 'now()' }) made_at!: Date;
  @Column('uuid', { nullable: true }) ended_by!: string | null;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}
