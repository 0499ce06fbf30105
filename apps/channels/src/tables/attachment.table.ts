/** A file by the hash of its bytes; its name stands with the message. Bytes nowhere: an orphan is being swept just now. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('attachment')
@Index('attachment_not_in_bucket', ['sha256'], { where: 'object_key IS NULL' })
export class AttachmentRow {
  @PrimaryColumn('bytea') sha256!: Buffer;
  @Column('bytea', { nullable: true }) bytes!: Buffer | null;
  /** In the bucket, under this. */
  @Column('text', { name: 'object_key', nullable: true }) objectKey!: string | null;
  @Column('int', { nullable: true }) size!: number | null;
  @Column('text') type!: string;
  @Column('timestamptz', { name: 'stored_at', default: () => 'now()' }) storedAt!: Date;
}
