/** Where a customer writes from, in one channel: one address, one row. */
import type { Standing } from '@trunkline/rules';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('address')
@Unique('address_channel_address_key', ['channel', 'address'])
@Index('address_customer', ['customer_id'])
@Index('address_value', ['address'])
@Check('address_verified_by_check', `verified_by IN ('code', 'host-site')`)
@Check('address_standing_check', `standing IN ('plain', 'proven', 'forged')`)
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
  /** The customer it began with; null while it never went to another. */
  @Column('uuid', { nullable: true }) home_customer_id!: string | null;
  /** The link that brought it where it is. */
  @Column('uuid', { nullable: true }) link_id!: string | null;
  @Column('text', { nullable: true }) verified_by!: 'code' | 'host-site' | null;
  @Column('timestamptz', { nullable: true }) verified_at!: Date | null;
  /** What checks of its mails have shown, the best of all. */
  @Column('text', { default: 'plain' }) standing!: Standing;
}
