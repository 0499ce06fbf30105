/** Who is signed in, as the router last said: a level of the ladder where nobody is there is passed sooner. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('presence')
export class PresenceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'presence_pkey' }) agent_id!: string;
  @Column('text') state!: string;
  @Column('timestamptz') since!: Date;
}
