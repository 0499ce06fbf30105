/** A question to the supervisor on duty: one open at a time of a kind and conversation; the first answer counts. */
import type { Because, ConsultKind } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('consult')
@Check('consult_answer_check', '(answered_at IS NULL) = (instruction IS NULL)')
@Index('consult_of', ['conversation_id', 'asked_at'])
@Index('consult_once', ['conversation_id', 'kind'], { unique: true, where: 'answered_at IS NULL AND over_at IS NULL' })
@Index('consult_newest', ['asked_at', 'id'])
export class ConsultRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consult_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('text') kind!: ConsultKind;
  /** In the agent's words, or the draft that was held. */
  @Column('text') wanted!: string;
  @Column('jsonb', { nullable: true }) because!: Because | null;
  /** Null: a rule asks. */
  @Column('uuid', { nullable: true }) asked_by!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) asked_at!: Date;
  @Column('uuid', { nullable: true }) seen_by!: string | null;
  @Column('timestamptz', { nullable: true }) seen_at!: Date | null;
  @Column('uuid', { nullable: true }) answered_by!: string | null;
  @Column('timestamptz', { nullable: true }) answered_at!: Date | null;
  @Column('text', { nullable: true }) instruction!: string | null;
  @Column('timestamptz', { nullable: true }) promise_until!: Date | null;
  @Column('timestamptz', { nullable: true }) call_back_at!: Date | null;
  /** Ended without an answer. */
  @Column('timestamptz', { nullable: true }) over_at!: Date | null;
}
