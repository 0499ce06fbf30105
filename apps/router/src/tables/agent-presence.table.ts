/** Who is there, since when and why; until when they count as seen. */
import type { Because, Presence } from '@trunkline/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agent_presence')
@Check('agent_presence_state_check', `state IN ('online', 'away', 'offline')`)
export class AgentPresenceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agent_presence_pkey' }) agent_id!: string;
  @Column('text') state!: Presence;
  @Column('timestamptz') since!: Date;
  @Column('jsonb') because!: Because;
  @Column('timestamptz', { nullable: true }) seen_until!: Date | null;
}
