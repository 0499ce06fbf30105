/** All SQL of files by the hash of their bytes: kept in the receipt's transaction, read by whoever may see the message. */
import { Injectable } from '@nestjs/common';
import { Postgres, TransientError, type Tx } from '@trunkline/platform';

/** Its bytes lie in the row, or in the bucket under this key, where they were put before. */
export type PlacedFile = { sha256: string; type: string; bytes: number } & (
  | { content: Buffer; objectKey: null }
  | { content: null; objectKey: string }
);
type ReadFile = { type: string; bytes: number } & (
  | { content: Buffer; objectKey: null }
  | { content: null; objectKey: string }
);

const asBytes = (sha256: string) => Buffer.from(sha256, 'hex');
/** A row with its bytes nowhere: who sweeps an orphan from the bucket holds its hash by it meanwhile. */
const isSwept = 'bytes IS NULL AND object_key IS NULL';

@Injectable()
export class AttachmentsStore {
  constructor(private readonly postgres: Postgres) {}

  /** The same bytes are stored once, whoever sent them. Sorted, so that two transactions never wait for each other. */
  async keep(tx: Tx, files: readonly PlacedFile[]): Promise<void> {
    if (files.length === 0) return;
    const byHash = new Map(files.map((file) => [file.sha256, file]));
    for (const sha256 of [...byHash.keys()].sort()) {
      const { content, type, bytes, objectKey } = byHash.get(sha256)!;
      await tx.query(
        `INSERT INTO attachment (sha256, bytes, object_key, size, type) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (sha256) DO NOTHING`,
        [asBytes(sha256), content, objectKey, bytes, type],
      );
    }
    const swept = await tx.query(`SELECT sha256 FROM attachment WHERE sha256 = ANY($1::bytea[]) AND ${isSwept}`, [
      [...byHash.keys()].map(asBytes),
    ]);
    if (swept.length > 0) throw new TransientError('the same bytes are being swept from the bucket: put them again');
  }

  async putUp(tx: Tx, { placed, sha256, by }: { placed: PlacedFile[]; sha256: string; by: string }): Promise<void> {
    await this.keep(tx, placed);
    await tx.query(
      `INSERT INTO put_up_file (sha256, by_person) VALUES ($1, $2)
       ON CONFLICT (sha256, by_person) DO UPDATE SET at = now()`,
      [asBytes(sha256), by],
    );
  }

  /** Of these, the ones that this person put up: with their true size and kind. */
  async putUpBy(by: string, sha256s: string[]): Promise<Map<string, { type: string; bytes: number }>> {
    const rows = await this.postgres.query<{ sha256: Buffer; type: string; bytes: number }>(
      `SELECT f.sha256, a.type, coalesce(a.size, length(a.bytes)) AS bytes
       FROM put_up_file f JOIN attachment a USING (sha256) WHERE f.by_person = $1 AND f.sha256 = ANY($2::bytea[])`,
      [by, sha256s.map(asBytes)],
    );
    return new Map(rows.map(({ sha256, type, bytes }) => [sha256.toString('hex'), { type, bytes }]));
  }

  async read(sha256: string): Promise<ReadFile | undefined> {
    const [row] = await this.postgres.query<ReadFile>(
      `SELECT bytes AS content, object_key AS "objectKey", type, coalesce(size, length(bytes)) AS bytes
       FROM attachment WHERE sha256 = $1 AND NOT (${isSwept})`,
      [asBytes(sha256)],
    );
    return row;
  }

  /** Which of these have their bytes somewhere already. */
  async areKept(sha256s: string[]): Promise<Set<string>> {
    const rows = await this.postgres.query<{ sha256: Buffer }>(
      `SELECT sha256 FROM attachment WHERE sha256 = ANY($1::bytea[]) AND NOT (${isSwept})`,
      [sha256s.map(asBytes)],
    );
    return new Set(rows.map(({ sha256 }) => sha256.toString('hex')));
  }

  /** The next file whose bytes lie in the row, or in the bucket. */
  async nextIn(place: 'postgres' | 's3', after: string): Promise<{ sha256: string } | undefined> {
    const where = place === 's3' ? 'object_key IS NOT NULL' : 'object_key IS NULL AND bytes IS NOT NULL';
    const [row] = await this.postgres.query<{ sha256: Buffer }>(
      `SELECT sha256 FROM attachment WHERE ${where} AND sha256 > $1 ORDER BY sha256 LIMIT 1`,
      [asBytes(after)],
    );
    return row && { sha256: row.sha256.toString('hex') };
  }

  /** The row says from now on that they lie there; they were put there before. */
  async moved(tx: Tx, { sha256, content, objectKey, bytes }: Omit<PlacedFile, 'type'>): Promise<void> {
    await tx.query(
      `UPDATE attachment SET bytes = $2, object_key = $3, size = $4 WHERE sha256 = $1 AND NOT (${isSwept})`,
      [asBytes(sha256), content, objectKey, bytes],
    );
  }

  /** False: a row has these bytes. True: nobody can keep the same bytes until `sweepEnds`. */
  async sweepBegins(tx: Tx, sha256: string): Promise<boolean> {
    await tx.query(
      `INSERT INTO attachment (sha256, type) VALUES ($1, 'application/octet-stream') ON CONFLICT (sha256) DO NOTHING`,
      [asBytes(sha256)],
    );
    const [row] = await tx.query(`SELECT sha256 FROM attachment WHERE sha256 = $1 AND ${isSwept}`, [asBytes(sha256)]);
    return row !== undefined;
  }

  async sweepEnds(sha256: string): Promise<void> {
    await this.postgres.query(`DELETE FROM attachment WHERE sha256 = $1 AND ${isSwept}`, [asBytes(sha256)]);
  }

  /** Sweeps that a death cut in two. */
  async halfSwept(): Promise<string[]> {
    const rows = await this.postgres.query<{ sha256: Buffer }>(`SELECT sha256 FROM attachment WHERE ${isSwept}`);
    return rows.map(({ sha256 }) => sha256.toString('hex'));
  }
}
