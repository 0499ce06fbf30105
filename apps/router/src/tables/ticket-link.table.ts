/** Two tickets that somebody tied to each other: once, the lesser id first. */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('ticket_link')
@Check('ticket_link_once', 'one_id < other_id')
@Index('ticket_link_other', ['other_id'])
export class TicketLinkRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_link_pkey' }) one_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ticket_link_pkey' }) other_id!: string;
  @Column('uuid') linked_by!: string;
  @Column('timestamptz', { default: () => 'now()' }) linked_at!: Date;
}
