/** The house's own lines in a thread: offered, taken, handed over, solved. */
import type { Because } from '@trunkline/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('event')
@Index('event_of', ['conversation_id', 'at', 'id'])
export class EventRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_pkey' }) id!: string;
  @Column('uuid') conversation_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('text') what!: string;
  @Column('uuid', { nullable: true }) agent_id!: string | null;
  @Column('jsonb', { nullable: true }) because!: Because | null;
  @Column('uuid', { nullable: true }) decision_id!: string | null;
}
