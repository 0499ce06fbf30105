/** What became of each delay that was foreseen: the customer was told once, or why not. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('delay_notice')
@Index('delay_notice_of', ['conversation_id', 'at'])
export class DelayNoticeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delay_notice_pkey' }) clock_id!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'delay_notice_pkey' }) nth!: number;
  @Column('uuid') conversation_id!: string;
  @Column('timestamptz', { nullable: true }) new_time!: Date | null;
  @Column('uuid', { nullable: true }) message_id!: string | null;
  /** A code of reasons.ts. */
  @Column('text', { nullable: true }) withheld!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
