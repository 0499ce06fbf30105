/** What makes a conversation sensitive: found in its words, counted over many, or marked by a person. */
import type { Because, SignKind } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('conversation_sign')
@Check('conversation_sign_basis_check', `basis IN ('words', 'count', 'person')`)
@Index('conversation_sign_found', ['conversation_id', 'kind'], { unique: true, where: `basis = 'words'` })
@Index('conversation_sign_marked', ['conversation_id', 'kind'], {
  unique: true,
  where: `basis = 'person' AND removed_at IS NULL`,
})
@Index('conversation_sign_of_incident', ['conversation_id', 'incident_id'], {
  unique: true,
  where: 'incident_id IS NOT NULL',
})
@Index('conversation_sign_of', ['conversation_id', 'at'])
@Index('conversation_sign_newest', ['at'], { where: 'removed_at IS NULL AND incident_id IS NULL' })
export class ConversationSignRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversation_sign_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('text') kind!: SignKind;
  @Column('text') basis!: 'words' | 'count' | 'person';
  @Column('uuid', { nullable: true }) person_id!: string | null;
  @Column('jsonb', { default: [] }) words!: string[];
  @Column('jsonb', { nullable: true }) because!: Because | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) incident_id!: string | null;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  /** The first of those who watch the queue. */
  @Column('uuid', { nullable: true }) seen_by!: string | null;
  @Column('timestamptz', { nullable: true }) seen_at!: Date | null;
  @Column('uuid', { nullable: true }) removed_by!: string | null;
  @Column('timestamptz', { nullable: true }) removed_at!: Date | null;
  @Column('text', { nullable: true }) removed_because!: string | null;
}
