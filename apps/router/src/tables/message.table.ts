/** What was said in a conversation, by whom, and what became of what went out. */
import type { Attachment, Because, DeliveryState, MailChecks } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('message')
@Unique('message_receipt_id_key', ['receipt_id'])
@Check('message_spoken_by_check', `spoken_by IN ('customer', 'agent', 'bot', 'desk')`)
@Check('message_kind_check', `kind IN ('message', 'reply', 'note', 'notice')`)
@Index('message_of', ['conversation_id', 'shown_at', 'id'])
@Index('message_reference', ['reference'], { where: 'reference IS NOT NULL' })
@Index('message_words', { synchronize: false })
@Index('message_attachments', { synchronize: false })
export class MessageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('text') spoken_by!: 'customer' | 'agent' | 'bot' | 'desk';
  @Column('text') kind!: 'message' | 'reply' | 'note' | 'notice';
  @Column('uuid', { nullable: true }) author_id!: string | null;
  /** Channels' receipt: a message heard twice is stored once. */
  @Column('uuid', { nullable: true }) receipt_id!: string | null;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('boolean', { default: false }) has_more!: boolean;
  @Column('jsonb', { default: [] }) attachments!: Attachment[];
  @Column('text', { nullable: true }) automatic!: string | null;
  @Column('text', { nullable: true }) reference!: string | null;
  /** Where it stands in the thread. */
  @Column('timestamptz') shown_at!: Date;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  /** What search finds it by: words, and pairs of characters where a script has no spaces. */
  @Column('tsvector', { default: '' }) words!: string;
  @Column('text', { nullable: true }) delivery_state!: DeliveryState | null;
  @Column('timestamptz', { nullable: true }) delivery_at!: Date | null;
  @Column('jsonb', { nullable: true }) delivery_because!: Because | null;
  @Column('text', { nullable: true }) delivery_detail!: string | null;
  @Column('integer', { default: 0 }) attempt!: number;
  /** Of a mail: SPF, DKIM, DMARC. */
  @Column('jsonb', { nullable: true }) checks!: MailChecks | null;
  /** Where it was before it was split off or merged. */
  @Column('uuid', { nullable: true }) first_conversation_id!: string | null;
}
