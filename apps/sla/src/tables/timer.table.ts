/** Something that is to happen at an instant, once: a look at a clock, a miss, a step up the ladder. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('timer')
@Unique('timer_once', ['about', 'step'])
@Index('timer_open', ['due_at'], { where: 'fired_at IS NULL AND cancelled_at IS NULL' })
export class TimerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'timer_pkey', default: () => 'uuidv7()' }) id!: string;
  @Column('uuid') conversation_id!: string;
  /** The clock, or the matter on the ladder. */
  @Column('uuid') about!: string;
  /** `look` (set anew after each look) and `due` of a clock; `climb-1` after level 1 of the ladder. */
  @Column('text') step!: string;
  @Column('timestamptz') due_at!: Date;
  @Column('timestamptz', { nullable: true }) fired_at!: Date | null;
  /** When the router read what this was fired by, by Postgres' clock. */
  @Column('timestamptz', { nullable: true }) asked_at!: Date | null;
  @Column('timestamptz', { nullable: true }) cancelled_at!: Date | null;
  @Column('boolean', { default: false }) late!: boolean;
}
