/** One line of a chat, whichever side said it. A visitor's carries its `txn_id`, one of the desk's its `message_id`. */
import type { Attachment } from '@trunkline/contracts';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { ChatSessionRow } from './chat-session.table.ts';

@Entity('chat_line')
@Unique('chat_line_txn', ['session_id', 'txn_id'])
@Unique('chat_line_message', ['message_id'])
@Check(`said_by IN ('customer', 'agent', 'bot', 'desk')`)
export class ChatLineRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'chat_line_sequence' }) session_id!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'chat_line_sequence' }) sequence!: number;
  @ManyToOne(() => ChatSessionRow) @JoinColumn({ name: 'session_id' }) session!: Relation<ChatSessionRow>;
  @Column('text') said_by!: 'customer' | 'agent' | 'bot' | 'desk';
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text') text!: string;
  @Column('jsonb', { default: [] }) attachments!: Attachment[];
  @Column('jsonb', { default: [] }) choices!: { code: string; label: string }[];
  @Column('text', { nullable: true }) txn_id!: string | null;
  @Column('uuid', { nullable: true }) message_id!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
