/** What a provider gave us, durably: the key makes a second delivery harmless, the raw bytes are sealed. */
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('inbound_receipt')
@Unique('inbound_receipt_once', ['channelAccount', 'providerKey'])
@Index('inbound_receipt_content', ['channelAccount', 'contentKey'], { where: 'content_key IS NOT NULL' })
@Index('inbound_receipt_address', ['channel', 'address'], { where: 'address IS NOT NULL' })
@Check('inbound_receipt_state_check', `state IN ('accepted', 'routed', 'parked', 'erased')`)
export class InboundReceiptRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') channel!: string;
  @Column('text', { name: 'channel_account' }) channelAccount!: string;
  @Column('text', { name: 'provider_key' }) providerKey!: string;
  @Column('text', { name: 'content_key', nullable: true }) contentKey!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text') state!: string;
  @Column('text', { nullable: true }) because!: string | null;
  @Column('text', { nullable: true }) detail!: string | null;
  @Column('bytea') sha256!: Buffer;
  @Column('bytea', { nullable: true }) raw!: Buffer | null;
  @Column('bytea', { nullable: true }) whole!: Buffer | null;
  @Column('timestamptz', { name: 'received_at', default: () => 'now()' }) receivedAt!: Date;
}
