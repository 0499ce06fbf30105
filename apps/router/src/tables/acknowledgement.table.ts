/** When a mailbox was last told that a mail has come. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('acknowledgement')
@Index('acknowledgement_at', ['at'])
export class AcknowledgementRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'acknowledgement_pkey' }) mailbox!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
