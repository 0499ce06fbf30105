/** Who works here: the record every service hears of, and the hash that never leaves this one. */
import type { StaffV1 } from '@trunkline/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('staff')
@Index('staff_email', { synchronize: false })
export class StaffTableRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_pkey' }) id!: string;
  @Column('text') email!: string;
  @Column('text', { nullable: true }) password_hash!: string | null;
  @Column('integer') version!: number;
  @Column('jsonb') record!: StaffV1;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
}
