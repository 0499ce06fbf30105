/** A complaint beside its ticket, and each step that was taken of it. */
import type { NewComplaintStep } from '@trunkline/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('complaint')
@Check('complaint_promise_check', '(promised_until IS NULL) = (promised_at IS NULL)')
export class ComplaintRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'complaint_pkey' }) ticket_id!: string;
  /** By when the customer has to be contacted first. */
  @Column('timestamptz', { nullable: true }) contact_due_at!: Date | null;
  /** An earlier complaint about the same matter. */
  @Column('uuid', { nullable: true }) earlier_id!: string | null;
  @Column('timestamptz', { nullable: true }) earlier_told_at!: Date | null;
  @Column('boolean', { nullable: true }) earlier_satisfied!: boolean | null;
  /** The one promise that was released, and what the customer was told of it. */
  @Column('timestamptz', { nullable: true }) promised_until!: Date | null;
  @Column('timestamptz', { nullable: true }) promised_at!: Date | null;
  @Column('uuid', { nullable: true }) promised_by!: string | null;
  @Column('text', { nullable: true }) promise_text!: string | null;
}

@Entity('complaint_step')
export class ComplaintStepRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'complaint_step_pkey' }) ticket_id!: string;
  @PrimaryColumn('int', { primaryKeyConstraintName: 'complaint_step_pkey' }) nth!: number;
  @Column('jsonb') body!: NewComplaintStep;
  /** Null: by recording it. */
  @Column('uuid', { nullable: true }) taken_by!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) taken_at!: Date;
}

export const complaintTables = [ComplaintRow, ComplaintStepRow];
