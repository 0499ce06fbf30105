/** When this database was restored to an earlier moment; written by `after_restore()`, as the owner. */
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('restored')
export class RestoredRow {
  @PrimaryColumn('timestamptz', { default: () => 'now()' }) at!: Date;
}
