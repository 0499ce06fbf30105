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

  async read(sha256: string): Promise<{ content: Buffer; type: string } | undefined> {
    const [row] = await this.postgres.query<{ bytes: Buffer; type: string }>(
      'SELECT bytes, type FROM attachment WHERE sha256 = $1',
      [Buffer.from(sha256, 'hex')],
    );
    return row && { content: row.bytes, type: row.type };
  }
}
