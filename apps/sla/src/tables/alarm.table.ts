/** What the router wants to be woken for: the newest word of each. Its instant is a timer, step `alarm-<version>`. */
import type { AlarmKind } from '@trunkline/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('alarm')
export class AlarmRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alarm_pkey' }) id!: string;
  /** Rises with every setting and with taking it off. */
  @Column('integer') version!: number;
  @Column('uuid') conversation_id!: string;
  @Column('text') queue!: string;
  @Column('text') kind!: AlarmKind;
  /** A call-back, a ticket, an assignment, or the conversation. */
  @Column('uuid') about_id!: string;
  /** Null: it was taken off before its setting was heard. */
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  /** It is a limit: ringing is a matter for the ladder. */
  @Column('boolean') escalates!: boolean;
  @Column('boolean', { default: false }) is_off!: boolean;
}
