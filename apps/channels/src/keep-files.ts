/** Where a file's bytes go and come from: this service's rows, or the bucket; a row says where each one lies. */
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Log, Postgres, Refusal, refuse } from '@trunkline/platform';
import { AttachmentsStore, type PlacedFile } from './attachments.store.ts';
import type { ReceivedFile } from './channel.ts';
import { ObjectStore } from './keep-objects.ts';
import { type objectSettings, readObjectSettings } from './object-settings.ts';

@Injectable()
export class KeepFiles {
  /** Null: no bucket is set. It is read from as long as it is set, wherever new files go. */
  readonly objects: ObjectStore | null;
  readonly newGoTo: 'postgres' | 's3';

  constructor(
    @Inject(CONFIG) config: Config<typeof objectSettings>,
    private readonly postgres: Postgres,
    private readonly attachments: AttachmentsStore,
    private readonly log: Log,
  ) {
    const settings = readObjectSettings(config);
    this.objects = settings && new ObjectStore(settings);
    this.newGoTo = config.ATTACHMENTS;
  }

  /**
   * Before the transaction that keeps them (`AttachmentsStore.keep`): bytes go into the bucket first, so that no row ever
   * names what is not there. Rejects with `files-away`; doing it twice changes nothing.
   */
  async place(files: readonly ReceivedFile[]): Promise<PlacedFile[]> {
    const objects = this.newGoTo === 's3' ? this.objects : null;
    if (!objects || files.length === 0) return files.map((file) => ({ ...file, objectKey: null }));
    const kept = await this.attachments.areKept(files.map(({ sha256 }) => sha256));
    const placed: PlacedFile[] = [];
    for (const file of files) {
      if (kept.has(file.sha256)) continue;
      const objectKey = objects.keyOf(file.sha256);
      await objects.put(objectKey, file);
      placed.push({ ...file, content: null, objectKey });
    }
    return placed;
  }

  /** Who put a file up may send it; the same bytes put up by another are the other's too. */
  async putUp(file: ReceivedFile, by: string): Promise<void> {
    const placed = await this.place([file]);
    await this.postgres.transaction((tx) => this.attachments.putUp(tx, { placed, sha256: file.sha256, by }));
  }

  /** Undefined: it is not kept. Rejects with `files-away`, or with `file-damaged` where the bytes are not those. */
  async read(sha256: string): Promise<{ content: Buffer; type: string } | undefined> {
    const row = await this.attachments.read(sha256);
    if (!row || row.content) return row as { content: Buffer; type: string } | undefined;
    const { type, bytes, objectKey } = row;
    const objects = this.objects ?? refuse('files-away', { detail: 'S3_BUCKET is not set' });
    const content = await objects.get(objectKey, { sha256, bytes }).catch((error: unknown) => {
      if (error instanceof Refusal) this.log.error(`a file could not be read: ${error.code}`, { objectKey, error });
      throw error;
    });
    if (!content) this.log.error('a file is gone from the bucket', { objectKey });
    return content && { content, type };
  }
}
