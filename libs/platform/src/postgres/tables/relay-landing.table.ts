/** Where a shard's last row landed: a later one at or below it means that the log was wiped. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('relay_landing')
export class RelayLandingRow {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'relay_landing_pkey' }) shard!: number;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'relay_landing_pkey' }) topic!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'relay_landing_pkey' }) partition!: number;
  @Column('bigint') offset!: number;
}
