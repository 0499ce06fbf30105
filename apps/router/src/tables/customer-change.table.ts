/** Who changed what of a customer, and when: profile, links, verification. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('customer_change')
@Index('customer_change_of', ['customer_id', 'at'])
export class CustomerChangeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_change_pkey' }) id!: string;
  @Column('uuid') customer_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  /** Null: by the evidence alone, or the customer. */
  @Column('uuid', { nullable: true }) by!: string | null;
  @Column('text') what!: string;
  @Column('jsonb', { default: {} }) details!: Record<string, unknown>;
}
