/** A chat of one visitor on one site, and how far its sequence and its reader are. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('chat_session')
@Unique('chat_session_once', ['account', 'address'])
@Index('chat_session_here', ['hereAt'], { where: 'gone_at IS NULL' })
export class ChatSessionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') account!: string;
  @Column('text') address!: string;
  @Column('int', { name: 'last_sequence', default: 0 }) lastSequence!: number;
  @Column('int', { name: 'seen_sequence', default: 0 }) seenSequence!: number;
  @Column('int', { name: 'got_sequence', default: 0 }) gotSequence!: number;
  @Column('jsonb', { default: {} }) form!: Record<string, string>;
  /** When the last tab was closed; null while one is open. */
  @Column('timestamptz', { name: 'gone_at', nullable: true }) goneAt!: Date | null;
  /** When a tab of it was last noted as open. */
  @Column('timestamptz', { name: 'here_at', nullable: true }) hereAt!: Date | null;
  @Column('timestamptz', { name: 'begun_at', default: () => 'now()' }) begunAt!: Date;
}
