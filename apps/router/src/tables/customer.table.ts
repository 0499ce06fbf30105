/** A customer: a link over addresses, so undoing a link moves nothing. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('customer')
export class CustomerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_pkey' }) id!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('boolean', { default: false }) is_vip!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  /** Words of the desk for them; some say that they work in the media (policy `signs.mediaTags`). */
  @Column('jsonb', { default: [] }) tags!: string[];
}
