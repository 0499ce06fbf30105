/** Answers to orders that carried an Idempotency-Key, kept for 24 hours. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('idempotency')
@Index('idempotency_age', ['at'])
export class IdempotencyRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_pkey' }) person!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_pkey' }) key!: string;
  /** `{ value }`; null while the first order is still at work. */
  @Column('jsonb', { nullable: true }) answer!: { value: unknown } | null;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
