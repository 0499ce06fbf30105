/** What stands open for the customer to answer: one question a conversation, the newest. */
import type { AskedQuestion } from '@trunkline/rules';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('question')
@Check('question_kind_check', `kind IN ('consent', 'anything-else', 'survey-offer', 'survey', 'solved')`)
export class QuestionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'question_pkey' }) conversation_id!: string;
  @Column('text') kind!: AskedQuestion;
  /** A transfer, or the conversation. */
  @Column('uuid') about_id!: string;
  /** The words that asked; null where nobody could be written to. */
  @Column('uuid', { nullable: true }) message_id!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) asked_at!: Date;
}
