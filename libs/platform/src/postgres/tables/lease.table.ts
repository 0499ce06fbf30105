/** Who holds what, until when; `epoch` rises with each new holder and guards its writes. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('lease')
export class LeaseRow {
  @PrimaryColumn('text') name!: string;
  @Column('text') owner!: string;
  @Column('bigint') epoch!: number;
  @Column('timestamptz') until!: Date;
}
