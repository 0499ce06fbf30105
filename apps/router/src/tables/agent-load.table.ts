/** What an agent carries; changed in the dispatcher's commits alone. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('agent_load')
@Check('agent_load_check', 'load >= 0 AND load <= capacity + override')
export class AgentLoadRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agent_load_pkey' }) agent_id!: string;
  @Column('integer', { default: 0 }) load!: number;
  @Column('integer') capacity!: number;
  @Column('integer', { default: 0 }) override!: number;
}
