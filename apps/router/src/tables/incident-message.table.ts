/** One message to all members of an incident, and what became of it for each. */
import type { Because, BothLanguages, IncidentMessageTo } from '@trunkline/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('incident_message')
@Index('incident_message_of', ['incident_id', 'at'])
export class IncidentMessageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_message_pkey' }) id!: string;
  @Column('uuid') incident_id!: string;
  @Column('jsonb') text!: BothLanguages;
  @Column('uuid') person_id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}

@Entity('incident_message_to')
@Check('incident_message_to_state_check', `state IN ('waits', 'written', 'left-out')`)
@Index('incident_message_to_waits', ['incident_message_id', 'conversation_id'], { where: `state = 'waits'` })
export class IncidentMessageToRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_message_to_pkey' }) incident_message_id!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incident_message_to_pkey' }) conversation_id!: string;
  @Column('text', { default: 'waits' }) state!: IncidentMessageTo['state'];
  @Column('jsonb', { nullable: true }) because!: Because | null;
  @Column('uuid', { nullable: true }) message_id!: string | null;
}
