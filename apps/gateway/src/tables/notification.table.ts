/** One word to one target: once per escalation, tried again until it was taken or too much time went by. */
import type { Because } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ToSay } from '../notify/to-say.ts';

@Entity('notification')
@Index('notification_once', ['escalation_id', 'target'], { unique: true })
@Index('notification_due', ['next_at'], { where: "state = 'queued'" })
@Index('notification_of_target', ['target', 'ended_at'])
@Index('notification_newest', ['created_at', 'id'])
@Check('notification_state_check', `"state" = ANY (ARRAY['queued', 'sent', 'failed'])`)
export class NotificationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_pkey' }) id!: string;
  @Column('text') target!: string;
  @Column('uuid', { nullable: true }) escalation_id!: string | null;
  @Column('jsonb') said!: ToSay;
  @Column('text', { default: 'queued' }) state!: 'queued' | 'sent' | 'failed';
  @Column('integer', { default: 0 }) tries!: number;
  @Column('jsonb', { nullable: true }) because!: Because | null;
  @Column('timestamptz', { default: () => 'now()' }) created_at!: Date;
  @Column('timestamptz', { default: () => 'now()' }) next_at!: Date;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}
