/** One chat: an address on a site. `last_sequence` is given out under this row's lock; `seen_sequence` was on a screen. */
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('chat_session')
@Unique('chat_session_once', ['account', 'address'])
export class ChatSessionRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') account!: string;
  @Column('text') address!: string;
  @Column('integer', { default: 0 }) last_sequence!: number;
  @Column('integer', { default: 0 }) seen_sequence!: number;
  @Column('timestamptz', { default: () => 'now()' }) begun_at!: Date;
}
