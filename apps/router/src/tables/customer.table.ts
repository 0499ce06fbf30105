/** A customer: a link over addresses, so undoing a link moves nothing. */
import type { Consent } from '@trunkline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

@Entity('customer')
export class CustomerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_pkey' }) id!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('boolean', { default: false }) is_vip!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  /** Words of the desk for them; some say that they work in the media (policy `signs.mediaTags`). */
  @Column('jsonb', { default: [] }) tags!: string[];
  /** The desk's own, by the policy's codes. */
  @Column('jsonb', { default: {} }) fields!: Record<string, string>;
  @Column('text', { default: '' }) note!: string;
  @Column('jsonb', { default: [] }) consent!: z.infer<typeof Consent>[];
  /** In the operator's own system. */
  @Column('text', { nullable: true }) external_id!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
