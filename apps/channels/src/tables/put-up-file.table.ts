/** A file that somebody of the staff put up to send. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('put_up_file')
export class PutUpFileRow {
  @PrimaryColumn('bytea') sha256!: Buffer;
  @PrimaryColumn('text', { name: 'by_person' }) byPerson!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}
