/** What an address said of itself: another address or an id of theirs, and by whose word. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = () => ({ primaryKeyConstraintName: 'address_claim_pkey' });

@Entity('address_claim')
@Index('address_claim_value', ['value', 'kind'])
export class AddressClaimRow {
  @PrimaryColumn('uuid', key()) address_id!: string;
  @PrimaryColumn('text', key()) kind!: string;
  @PrimaryColumn('text', key()) value!: string;
  @PrimaryColumn('text', key()) by!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
