/** How contacts ended for the customer, and which of them an agent said to be about one matter. */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('outcome')
@Index('outcome_of', ['conversation_id', 'at'])
export class OutcomeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outcome_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  /** The how-manieth solution of this conversation it is about. */
  @Column('integer') resolution!: number;
  @Column('boolean') satisfied!: boolean;
  @Column('text') because!: 'reopened' | 'score' | 'said';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('integer', { nullable: true }) score!: number | null;
  @Column('uuid', { nullable: true }) person_id!: string | null;
  /** It was the one too many. */
  @Column('boolean', { default: false }) flagged!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}

@Entity('matter_tie')
@Check('matter_tie_order_check', 'one < other')
export class MatterTieRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'matter_tie_pkey' }) one!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'matter_tie_pkey' }) other!: string;
  @Column('boolean') tied!: boolean;
  @Column('uuid') person_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
