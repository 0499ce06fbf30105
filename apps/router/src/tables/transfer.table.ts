/** One handing on of a conversation, or the try: what the customer was asked, and the capsule that travels. */
import type { Capsule, Mood, TransferTo } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('transfer')
@Check('transfer_state_check', `state IN ('asked', 'done', 'refused', 'silent', 'withdrawn', 'not-placed', 'over')`)
@Check('transfer_asked_check', `state <> 'asked' OR until_at IS NOT NULL`)
@Index('transfer_of', ['conversation_id', 'at'])
@Index('transfer_asked', ['conversation_id'], { unique: true, where: `state = 'asked'` })
export class TransferRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'transfer_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('text') state!: 'asked' | 'done' | 'refused' | 'silent' | 'withdrawn' | 'not-placed' | 'over';
  @Column('uuid') by!: string;
  @Column('uuid', { nullable: true }) from_agent!: string | null;
  @Column('text') from_queue!: string;
  /** Counts as a bounce. */
  @Column('boolean') leaves_group!: boolean;
  @Column('jsonb') target!: TransferTo;
  @Column('text') consent!: Capsule['consent'];
  @Column('text', { nullable: true }) how!: string | null;
  @Column('text', { nullable: true }) why!: string | null;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('text', { nullable: true }) promised!: string | null;
  @Column('text', { nullable: true }) mood!: Mood | null;
  /** As it stood when it was handed on: answers to forms, open tickets, signs. */
  @Column('jsonb', { default: {} }) known!: Capsule['asked'];
  @Column('jsonb', { default: [] }) tickets!: Capsule['tickets'];
  @Column('jsonb', { default: [] }) signs!: string[];
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('timestamptz', { nullable: true }) until_at!: Date | null;
  @Column('timestamptz', { nullable: true }) settled_at!: Date | null;
}
