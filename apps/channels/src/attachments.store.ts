/** Files by the hash of their bytes: written in the receipt's transaction, read by whoever may see the message. */
import { Injectable } from '@nestjs/common';
import { Postgres, type Tx } from '@trunkline/platform';
import type { ReceivedFile } from './channel.ts';

@Injectable()
export class AttachmentsStore {
  constructor(private readonly postgres: Postgres) {}

  /** The same bytes are stored once, whoever sent them. Sorted, so that two transactions never wait for each other. */
  async keep(tx: Tx, files: ReceivedFile[]): Promise<void> {
    const byHash = new Map(files.map((file) => [file.sha256, file]));
    for (const sha256 of [...byHash.keys()].sort()) {
      const { content, type } = byHash.get(sha256)!;
      await tx.query(
        'INSERT INTO attachment (sha256, bytes, type) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING',
        [Buffer.from(sha256, 'hex'), content, type],
      );
    }
  }

  /** Who put a file up may send it; the same bytes put up by another are the other's too. */
  async putUp(file: ReceivedFile, by: string): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      await this.keep(tx, [file]);
      await tx.query(
        `INSERT INTO put_up_file (sha256, by_person) VALUES ($1, $2)
         ON CONFLICT (sha256, by_person) DO UPDATE SET at = now()`,
        [Buffer.from(file.sha256, 'hex'), by],
      );
    });
  }

  /** Of these, the ones that this person put up: with their true size and kind. */
  async putUpBy(by: string, sha256s: string[]): Promise<Map<string, { type: string; bytes: number }>> {
    const rows = await this.postgres.query<{ sha256: Buffer; type: string; bytes: number }>(
      `SELECT f.sha256, a.type, length(a.bytes) AS bytes FROM put_up_file f JOIN attachment a USING (sha256)
       WHERE f.by_person = $1 AND f.sha256 = ANY($2::bytea[])`,
      [by, sha256s.map((one) => Buffer.from(one, 'hex'))],
    );
    return new Map(rows.map(({ sha256, type, bytes }) => [sha256.toString('hex'), { type, bytes }]));
  }

  async read(sha256: string): Promise<{ content: Buffer; type: string } | undefined> {
    const [row] = await this.postgres.query<{ bytes: Buffer; type: string }>(
      'SELECT bytes, type FROM attachment WHERE sha256 = $1',
      [Buffer.from(sha256, 'hex')],
    );
    return row && { content: row.bytes, type: row.type };
  }
}
