/** What the engine must hear, in the order of ids; the numbered rows are the log that replay reads. */
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('dispatch_input')
@Index('dispatch_input_open', ['id'], { where: 'step IS NULL' })
@Index('dispatch_input_policy', { synchronize: false })
@Unique('dispatch_input_step_key', ['step'])
export class DispatchInputRow {
  @PrimaryColumn({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'dispatch_input_pkey',
  })
  id!: number;
  @Column('text') kind!: string;
  @Column('uuid', { nullable: true }) conversation_id!: string | null;
  @Column('uuid', { nullable: true }) agent_id!: string | null;
  @Column('bigint', { nullable: true }) routing_version!: number | null;
  @Column('jsonb') body!: object;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  /** Given by the dispatcher's commit; null until then. */
  @Column('bigint', { nullable: true }) step!: number | null;
  @Column('timestamptz', { nullable: true }) taken_at!: Date | null;
  @Column('jsonb', { nullable: true }) outcome!: object | null;
}
