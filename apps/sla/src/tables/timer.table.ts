/** Something that is to happen at an instant, once: a warning, a miss, a step up the ladder. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

const open = 'fired_at IS NULL AND cancelled_at IS NULL';

@Entity('timer')
@Unique('timer_once', ['conversation_id', 'policy', 'level', 'cycle'])
@Index('timer_open', ['due_at'], { where: open })
@Index('timer_clock', ['clock_id'], { where: open })
export class TimerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'timer_pkey', default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('uuid') clock_id!: string;
  @Column('text') policy!: string;
  /** `warn`, `due`, or `climb-1` after level 1 of the ladder. */
  @Column('text') level!: string;
  @Column('integer') cycle!: number;
  @Column('timestamptz') due_at!: Date;
  @Column('timestamptz', { nullable: true }) fired_at!: Date | null;
  @Column('timestamptz', { nullable: true }) cancelled_at!: Date | null;
  @Column('boolean', { default: false }) late!: boolean;
}
