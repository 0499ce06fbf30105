/** A deadline that was moved while it ran, and why: written for whoever asks later. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('clock_move')
@Index('clock_move_of', ['conversation_id'])
export class ClockMoveRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clock_move_pkey', default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') clock_id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('timestamptz') from_due!: Date;
  @Column('timestamptz') to_due!: Date;
  @Column('text') from_limit!: string;
  @Column('text') to_limit!: string;
  @Column('integer') from_version!: number;
  @Column('integer') to_version!: number;
  @Column('text') because!: string;
}
