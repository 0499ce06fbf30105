/** The fence: one row, updated first in every commit of the dispatcher. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('dispatcher')
@Check('dispatcher_single_check', 'single')
export class DispatcherRow {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'dispatcher_pkey' }) single!: boolean;
  @Column('bigint') epoch!: number;
  @Column('text') owner!: string;
  @Column('bigint') last_step!: number;
  /** The latest instant the engine has heard of, ISO. */
  @Column('text', { default: '' }) last_at!: string;
}
