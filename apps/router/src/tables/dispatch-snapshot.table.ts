/** How routing stood after a step, once a day and for each version of the policy: where a replay begins. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('dispatch_snapshot')
export class DispatchSnapshotRow {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'dispatch_snapshot_pkey' }) step!: number;
  /** The latest instant the engine had heard of, ISO. */
  @Column('text') at!: string;
  @Column('integer') policy_version!: number;
  @Column('timestamptz', { default: () => 'now()' }) taken_at!: Date;
  /** Gzip of `{ policy, agents, conversations }`. */
  @Column('bytea') body!: Buffer;
}
