/** A routing decision with its whole working, as it was carried out. */
import type { Decision } from '@trunkline/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('decision')
@Index('decision_of', ['conversation_id', 'step'])
@Index('decision_step', ['step'])
export class DecisionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('bigint') step!: number;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('integer') policy_version!: number;
  @Column('text') kind!: Decision['kind'];
  @Column('uuid', { nullable: true }) agent_id!: string | null;
  @Column('json') working!: Decision;
}
