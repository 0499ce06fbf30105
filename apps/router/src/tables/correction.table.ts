/** A label that somebody put right; at most one proposal a conversation. */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('correction')
@Check('correction_state_check', `state IN ('proposed', 'approved', 'rejected')`)
@Index('correction_one_proposed', ['conversation_id'], { unique: true, where: `state = 'proposed'` })
@Index('correction_newest', ['state', 'at', 'id'])
export class CorrectionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'correction_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  /** What was judged: the customer's first words, at most 2,000 characters. */
  @Column('text') text!: string;
  @Column('text') language!: string;
  @Column('text', { nullable: true }) from_label!: string | null;
  @Column('text', { nullable: true }) to_label!: string | null;
  @Column('uuid') by!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('text', { default: 'proposed' }) state!: 'proposed' | 'approved' | 'rejected';
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
}
