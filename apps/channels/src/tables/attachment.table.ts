/** A file by the hash of its bytes; its name stands with the message. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('attachment')
export class AttachmentRow {
  @PrimaryColumn('bytea') sha256!: Buffer;
  @Column('bytea') bytes!: Buffer;
  @Column('text') type!: string;
  @Column('timestamptz', { name: 'stored_at', default: () => 'now()' }) storedAt!: Date;
}
