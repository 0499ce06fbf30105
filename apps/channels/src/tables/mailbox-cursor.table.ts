/** How far a mailbox was read. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('mailbox_cursor')
export class MailboxCursorRow {
  @PrimaryColumn('text') account!: string;
  @Column('bigint', { name: 'uid_validity' }) uidValidity!: number;
  @Column('bigint') uid!: number;
  @Column('bigint', { name: 'read_again_until' }) readAgainUntil!: number;
  @Column('timestamptz', { name: 'moved_at', default: () => 'now()' }) movedAt!: Date;
}
