/** Two addresses that are, may be or are not one person's: one row a pair, whichever way round. */
import type { LinkEvidence } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('customer_link')
@Check('customer_link_state_check', `state IN ('proposed', 'joined', 'refused', 'undone')`)
@Index('customer_link_pair', { synchronize: false })
@Index('customer_link_address', ['address_id'])
@Index('customer_link_into', ['into_address_id'])
export class CustomerLinkRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_link_pkey' }) id!: string;
  @Column('uuid') address_id!: string;
  /** Whose customer stays. */
  @Column('uuid') into_address_id!: string;
  @Column('text') state!: 'proposed' | 'joined' | 'refused' | 'undone';
  @Column('real') score!: number;
  @Column('jsonb', { default: [] }) evidence!: LinkEvidence[];
  @Column('timestamptz', { default: () => 'now()' }) proposed_at!: Date;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('text', { default: '' }) note!: string;
}
