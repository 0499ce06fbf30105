/** Every version of the policy, as it was published. */
import type { PolicyV1 } from '@trunkline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('policy_version')
export class PolicyVersionRow {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'policy_version_pkey' }) version!: number;
  @Column('jsonb') body!: PolicyV1;
  @Column('text') note!: string;
  @Column('uuid', { nullable: true }) published_by!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) published_at!: Date;
}
