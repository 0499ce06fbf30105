/** A customer's last word about being written to at all, by number of ours. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sms_opt_out')
export class SmsOptOutRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sms_opt_out_pkey' }) account!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sms_opt_out_pkey' }) address!: string;
  @Column('boolean', { name: 'is_out' }) isOut!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
