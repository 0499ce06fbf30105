/** A one-time link by which the first administrator of an empty desk comes in, or a person sets their password. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('set_up_link')
export class SetUpLinkRow {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'set_up_link_pkey' }) token_hash!: Buffer;
  @Column('timestamptz') expires_at!: Date;
  @Column('timestamptz', { nullable: true }) used_at!: Date | null;
  /** Null: makes the first administrator of an empty desk. */
  @Column('uuid', { nullable: true }) staff_id!: string | null;
}
