/** A word to a customer on its way; its id is the message's. States never go backwards. */
import { Check, Column, type ColumnOptions, Entity, Generated, Index, PrimaryColumn, Unique } from 'typeorm';

const identity = { generatedIdentity: 'ALWAYS' } as ColumnOptions;

@Entity('outbound')
@Unique('outbound_provider_id', ['channelAccount', 'providerId'])
@Index('outbound_to_send', ['nextTryAt'], { where: `state = 'queued'` })
@Index('outbound_lease', ['leaseUntil'], { where: `state = 'sending'` })
@Index('outbound_in_hand', ['conversationId', 'position'], { where: `state IN ('queued', 'sending')` })
@Check('outbound_state_check', `state IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown')`)
export class OutboundRow {
  @PrimaryColumn('uuid') id!: string;
  /** TypeORM knows identity columns, its types do not yet. */
  @Column('bigint', identity)
  @Generated('identity' as 'increment')
  position!: number;
  @Column('uuid', { name: 'conversation_id' }) conversationId!: string;
  @Column('text') channel!: string;
  @Column('text', { name: 'channel_account' }) channelAccount!: string;
  @Column('jsonb') word!: object;
  @Column('text') state!: string;
  @Column('int') attempt!: number;
  @Column('int', { default: 0 }) tries!: number;
  @Column('bigint', { default: 0 }) fence!: number;
  @Column('timestamptz', { name: 'next_try_at', default: () => 'now()' }) nextTryAt!: Date;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
  @Column('text', { name: 'provider_id', nullable: true }) providerId!: string | null;
  @Column('text', { nullable: true }) because!: string | null;
  @Column('text', { nullable: true }) detail!: string | null;
  @Column('timestamptz', { name: 'queued_at', default: () => 'now()' }) queuedAt!: Date;
  /** The fact's own instant: what was written before the database was restored may have gone out unseen. */
  @Column('timestamptz', { name: 'written_at', default: () => 'now()' }) writtenAt!: Date;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
}
