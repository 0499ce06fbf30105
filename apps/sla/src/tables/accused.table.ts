/** Whom a conversation's ticket is about: they hear of it by no escalation (`domain.md` §5). */
import type { AgentId } from '@trunkline/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('accused')
@Index('accused_of', ['conversation_id'])
export class AccusedRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'accused_pkey' }) ticket_id!: string;
  @Column('uuid') conversation_id!: string;
  /** Of the ticket, when it said so. */
  @Column('integer') version!: number;
  @Column('jsonb') people!: AgentId[];
}
