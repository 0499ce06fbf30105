/** One time that a department had a ticket: asked with a note, and its answer. */
import type { Attachment, BothLanguages } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('hand_over')
@Unique('hand_over_turn', ['ticket_id', 'turn'])
@Unique('hand_over_receipt', ['receipt_id'])
@Check('hand_over_answer_check', '(answer IS NULL) = (answered_at IS NULL)')
@Index('hand_over_department', ['department', 'handed_at'])
export class HandOverRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hand_over_pkey' }) id!: string;
  @Column('uuid') ticket_id!: string;
  @Column('int') turn!: number;
  /** A code of the policy, or its name as it was written. */
  @Column('text') department!: string;
  /** What it was called then, in both languages; null: as it was written. */
  @Column('jsonb', { nullable: true }) department_name!: BothLanguages | null;
  @Column('text') note!: string;
  @Column('uuid') handed_by!: string;
  @Column('timestamptz', { default: () => 'now()' }) handed_at!: Date;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('boolean', { default: false }) is_mailed!: boolean;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('jsonb', { default: [] }) attachments!: Attachment[];
  @Column('uuid', { nullable: true }) answered_by!: string | null;
  @Column('text', { nullable: true }) answered_from!: string | null;
  @Column('timestamptz', { nullable: true }) answered_at!: Date | null;
  /** Of the mail that brought the answer: heard twice it is one. */
  @Column('uuid', { nullable: true }) receipt_id!: string | null;
}
