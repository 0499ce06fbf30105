/** Another conversation that is about a ticket, beside the one in which it was opened. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('ticket_conversation')
@Index('ticket_conversation_of', ['conversation_id'])
export class TicketConversationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_conversation_pkey' }) ticket_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_conversation_pkey' }) conversation_id!: string;
  @Column('uuid') tied_by!: string;
  @Column('timestamptz', { default: () => 'now()' }) tied_at!: Date;
}
