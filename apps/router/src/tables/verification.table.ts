/** A one-time code that went out: where to, who sent it, and what came of it. The code itself is nowhere. */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('verification')
@Check('verification_state_check', `state IN ('sent', 'verified', 'locked', 'replaced')`)
@Index('verification_of', ['conversation_id', 'sent_at'])
@Index('verification_customer', ['customer_id', 'sent_at'])
@Index('verification_by', ['sent_by', 'sent_at'])
@Index('verification_message', ['message_id'])
export class VerificationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'verification_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('uuid') customer_id!: string;
  @Column('uuid') address_id!: string;
  /** The row that says that a code went out. */
  @Column('uuid') message_id!: string;
  @Column('text') code_hash!: string;
  @Column('text') state!: 'sent' | 'verified' | 'locked' | 'replaced';
  @Column('integer', { default: 0 }) tries!: number;
  @Column('uuid') sent_by!: string;
  @Column('timestamptz', { default: () => 'now()' }) sent_at!: Date;
  @Column('timestamptz') expires_at!: Date;
  @Column('timestamptz', { nullable: true }) settled_at!: Date | null;
}
