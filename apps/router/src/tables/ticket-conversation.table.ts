/** Another conversation that is about a ticket, beside the one in which it was opened. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('ticket_conversation')
@Index('ticket_conversation_of', ['conversation_id'])
export class TicketConversationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_conversation_pkey' }) ticket_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_conversation_pkey' }) conversation_id!: string;
  /** Null: the customer named the ticket. */
  @Column('uuid', { nullable: true }) tied_by!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) tied_at!: Date;
}
