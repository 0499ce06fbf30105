/** A file's bytes may lie in a bucket; the row says under which key. An old row's size is that of its bytes. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FilesInABucket implements MigrationInterface {
  name = 'files-in-a-bucket-0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attachment ALTER COLUMN bytes DROP NOT NULL, ADD object_key text, ADD size int;
      CREATE INDEX attachment_not_in_bucket ON attachment (sha256) WHERE object_key IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [{ count }] = await runner.query('SELECT count(*)::int FROM attachment WHERE bytes IS NULL');
    if (count > 0)
      throw new Error('Files lie in the bucket: set ATTACHMENTS=postgres first, and wait until they are back.');
    await runner.query(`
      DROP INDEX attachment_not_in_bucket;
      ALTER TABLE attachment DROP object_key, DROP size, ALTER COLUMN bytes SET NOT NULL;
    `);
  }
}
