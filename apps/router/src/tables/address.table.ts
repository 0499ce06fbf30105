/** Where a customer writes from, in one channel: one address, one row. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('address')
@Unique('address_channel_address_key', ['channel', 'address'])
@Index('address_customer', ['customer_id'])
export class AddressRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'address_pkey' }) id!: string;
  @Column('uuid') customer_id!: string;
  @Column('text') channel!: string;
  @Column('text') address!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  /** The host site or a code vouches for them. */
  @Column('boolean', { default: false }) is_verified!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
}
