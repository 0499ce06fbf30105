/** What sla is asked to wake us for: one row for each kind and thing. `due_at` null: nothing is to ring any more. */
import type { AlarmKind } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('alarm')
@Unique('alarm_once', ['kind', 'about_id'])
@Check(
  'alarm_kind_check',
  `kind IN ('broken-off', 'consent', 'live-end', 'wrap-up', 'call-back', 'department', 'complaint-contact')`,
)
@Index('alarm_of', ['conversation_id'], { where: 'due_at IS NOT NULL' })
export class AlarmRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alarm_pkey' }) id!: string;
  @Column('text') kind!: AlarmKind;
  /** A call-back, a ticket, an assignment, or the conversation. */
  @Column('uuid') about_id!: string;
  @Column('uuid') conversation_id!: string;
  /** Rises with every setting and with taking it off. */
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('timestamptz', { nullable: true }) rang_at!: Date | null;
}
