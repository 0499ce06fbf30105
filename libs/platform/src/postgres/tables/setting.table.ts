/** The last version of each policy and staff record, as `settings` carried it. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('setting')
@Index('setting_changed', ['changed_at'])
export class SettingRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'setting_pkey' }) kind!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'setting_pkey' }) name!: string;
  @Column('integer') version!: number;
  @Column('jsonb') body!: unknown;
  @Column('timestamptz', { default: () => 'now()' }) changed_at!: Date;
}
