/** Who saw an escalation, and when first. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('escalation_seen')
export class EscalationSeenRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escalation_seen_pkey' }) escalation_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escalation_seen_pkey' }) agent_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
