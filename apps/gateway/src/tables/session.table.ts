/** A sign-in: only the hash of its token is here. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('session')
@Index('session_staff', ['staff_id'], { where: 'revoked_at IS NULL' })
export class SessionRow {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'session_pkey' }) token_hash!: Buffer;
  @Column('uuid') staff_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { default: () => 'now()' }) seen_at!: Date;
  @Column('timestamptz') expires_at!: Date;
  @Column('timestamptz', { nullable: true }) revoked_at!: Date | null;
}
