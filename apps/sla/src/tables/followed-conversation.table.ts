/** A conversation as sla follows it: whose it is for `may`, and what `rules/deadline` remembers of its facts. */
import type { Followed } from '@trunkline/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('followed_conversation')
export class FollowedConversationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'followed_conversation_pkey' }) conversation_id!: string;
  @Column('text') queue!: string;
  @Column('uuid', { nullable: true }) agent_id!: string | null;
  @Column('jsonb') followed!: Followed;
}
