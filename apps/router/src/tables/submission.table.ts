/** A sensitive matter at a department, and what became of the result. One at a time under a ticket, by the database. */
import type { Attitude, Submission } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('submission')
@Check('submission_attitude_check', `attitude IN ('calm', 'disappointed', 'upset', 'angry', 'threatens')`)
@Check('submission_delivery_check', `delivery IN ('call-back', 'held')`)
@Index('submission_one_open', ['ticket_id'], { unique: true, where: 'result_at IS NULL' })
@Index('submission_of', ['conversation_id'])
@Index('submission_of_ticket', ['ticket_id', 'submitted_at'])
@Index('submission_untold', ['submitted_at'], { where: 'told_at IS NULL' })
export class SubmissionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'submission_pkey' }) id!: string;
  @Column('uuid') ticket_id!: string;
  /** Where the customer was spoken to. */
  @Column('uuid') conversation_id!: string;
  @Column('text') department!: string;
  @Column('integer') turn!: number;
  @Column('text') attitude!: Attitude;
  @Column('text', { default: '' }) note!: string;
  @Column('text', { default: '' }) point!: string;
  @Column('uuid') submitted_by!: string;
  @Column('timestamptz', { default: () => 'now()' }) submitted_at!: Date;
  @Column('text', { nullable: true }) result!: string | null;
  @Column('uuid', { nullable: true }) result_by!: string | null;
  @Column('timestamptz', { nullable: true }) result_at!: Date | null;
  @Column('text', { nullable: true }) delivery!: Submission['delivery'];
  @Column('uuid', { nullable: true }) delivery_by!: string | null;
  @Column('uuid', { nullable: true }) call_back_id!: string | null;
  @Column('timestamptz', { nullable: true }) told_at!: Date | null;
  @Column('uuid', { nullable: true }) told_by!: string | null;
  @Column('uuid', { nullable: true }) told_in!: string | null;
  @Column('boolean', { nullable: true }) satisfied!: boolean | null;
  @Column('text', { nullable: true }) complaint!: string | null;
}
