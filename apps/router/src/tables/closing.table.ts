/** How a conversation was brought to its end, once a resolution: `cycle` rises with every reopening. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('closing')
@Check('closing_survey_check', `survey IN ('offered', 'agreed', 'declined', 'answered')`)
@Check('closing_score_check', 'score BETWEEN 1 AND 5')
export class ClosingRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'closing_pkey' }) conversation_id!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'closing_pkey' }) cycle!: number;
  /** When the customer was asked whether there is anything else, and by whom. */
  @Column('timestamptz', { nullable: true }) asked_at!: Date | null;
  @Column('uuid', { nullable: true }) asked_by!: string | null;
  @Column('boolean', { nullable: true }) wants_more!: boolean | null;
  @Column('timestamptz', { nullable: true }) answered_at!: Date | null;
  @Column('text', { nullable: true }) survey!: 'offered' | 'agreed' | 'declined' | 'answered' | null;
  @Column('timestamptz', { nullable: true }) survey_at!: Date | null;
  @Column('integer', { nullable: true }) score!: number | null;
  @Column('text', { nullable: true }) comment!: string | null;
}
