/** Facts that are true and must reach Kafka; `id` is the relay's order, `published_at` to `offset` say where it landed. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('outbox')
@Unique('outbox_event_id', ['event_id'])
@Index('outbox_unsent', ['shard', 'id'], { where: 'published_at IS NULL' })
@Index('outbox_landed', ['topic', 'partition', 'offset'], { where: 'published_at IS NOT NULL' })
export class OutboxRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('uuid') event_id!: string;
  @Column('text') topic!: string;
  @Column('text') key!: string;
  @Column('smallint') shard!: number;
  @Column('text') type!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  /** The fact's body as JSON text, sent as it stands. */
  @Column('text') body!: string;
  @Column('jsonb', { default: {} }) headers!: Record<string, string>;
  @Column('timestamptz', { nullable: true }) published_at!: Date | null;
  @Column('text', { nullable: true }) cluster_id!: string | null;
  @Column('integer', { nullable: true }) partition!: number | null;
  @Column('bigint', { nullable: true }) offset!: number | null;
}
