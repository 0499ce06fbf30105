/** The log our rows land in; `log` is its name with us, new after each wipe even where the cluster kept its id. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('relay_log')
@Check('relay_log_one', 'one')
export class RelayLogRow {
  /** There is one row. */
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'relay_log_pkey' }) one!: boolean;
  @Column('text') log!: string;
  @Column('text') cluster_id!: string;
  @Column('integer', { default: 0 }) wipes!: number;
  /** When it was last looked at and showed no sign of a wipe. */
  @Column('timestamptz', { default: () => 'now()' }) sound_at!: Date;
  /** When it was last found wiped; null again once what was sent since has been sent once more. */
  @Column('timestamptz', { nullable: true }) wiped_at!: Date | null;
}
