/** Up to where every required group had read, as the relay last saw it: rows above it are sent again after a wipe. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('relay_mark')
export class RelayMarkRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'relay_mark_pkey' }) topic!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'relay_mark_pkey' }) partition!: number;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'relay_mark_pkey' }) cluster_id!: string;
  @Column('bigint') mark_offset!: number;
  @Column('timestamptz', { default: () => 'now()' }) noted_at!: Date;
}
