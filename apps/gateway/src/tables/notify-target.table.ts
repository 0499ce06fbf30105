/** A place that hears of escalations; what opens it is sealed, `shown` is what people see of its address. */
import type { TargetKind } from '@trunkline/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notify_target')
@Check('notify_target_kind_check', `"kind" = ANY (ARRAY['mail', 'slack', 'webhook', 'wecom', 'dingtalk', 'feishu'])`)
export class NotifyTargetRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'notify_target_pkey' }) code!: string;
  @Column('text') name!: string;
  @Column('text') kind!: TargetKind;
  @Column('text') shown!: string;
  @Column('text', { nullable: true }) sealed!: string | null;
  @Column('boolean') has_secret!: boolean;
  @Column('text') language!: 'en' | 'zh';
  @Column('boolean') active!: boolean;
  @Column('uuid') changed_by!: string;
  @Column('timestamptz', { default: () => 'now()' }) changed_at!: Date;
}
