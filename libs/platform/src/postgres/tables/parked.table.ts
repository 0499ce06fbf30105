/** What could not be taken in, raw, with its reason: an agent sees it and takes it in again with one click. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('parked')
@Unique('parked_once', ['consumer', 'event_id'])
@Index('parked_open', ['parked_at'], { where: 'taken_in_at IS NULL' })
export class ParkedRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('text') consumer!: string;
  @Column('uuid') event_id!: string;
  /** Topic, partition, offset and key are null for what was no Kafka record (a mail). */
  @Column('text', { nullable: true }) topic!: string | null;
  @Column('integer', { nullable: true }) partition!: number | null;
  @Column('bigint', { nullable: true }) offset!: number | null;
  @Column('text', { nullable: true }) key!: string | null;
  @Column('bytea') raw!: Buffer;
  @Column('jsonb', { default: {} }) headers!: Record<string, string>;
  @Column('text') because!: string;
  @Column('text', { default: '' }) detail!: string;
  @Column('integer', { default: 1 }) tries!: number;
  @Column('timestamptz', { default: () => 'now()' }) parked_at!: Date;
  @Column('timestamptz', { nullable: true }) taken_in_at!: Date | null;
}
