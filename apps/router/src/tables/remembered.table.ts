/** What the engine remembers between steps: a conversation each, an agent each. */
import type { RememberedAgent, RememberedConversation } from '@trunkline/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('remembered_conversation')
export class RememberedConversationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'remembered_conversation_pkey' }) conversation_id!: string;
  @Column('json') body!: RememberedConversation;
}

@Entity('remembered_agent')
export class RememberedAgentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'remembered_agent_pkey' }) agent_id!: string;
  @Column('json') body!: RememberedAgent;
}
