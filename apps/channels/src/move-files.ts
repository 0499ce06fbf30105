/** Under a lease, each hour: files go to where new ones go, and objects that no row names are swept after a day. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Fenced, guardLease, type Held, Leases, Log, Postgres, pause } from '@trunkline/platform';
import { AttachmentsStore } from './attachments.store.ts';
import { KeepFiles } from './keep-files.ts';
import type { Listed } from './keep-objects.ts';

const everyMs = 3_600_000;
/** What was put a moment ago may be named by a row in a moment. */
const orphanAfterMs = 24 * 3_600_000;

@Injectable()
export class MoveFiles implements OnApplicationBootstrap {
  constructor(
    private readonly postgres: Postgres,
    private readonly attachments: AttachmentsStore,
    private readonly files: KeepFiles,
    private readonly leases: Leases,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.files.objects) this.leases.hold('files', { ttlMs: 60_000, onHeld: (held) => this.keep(held) });
  }

  private async keep(held: Held): Promise<void> {
    while (!held.signal.aborted) {
      await this.finishHalfSwept(held.signal).catch((error) => this.log.warn('a sweep could not be ended', { error }));
      const moved = await this.move(held).catch((error) => {
        this.log.warn('files could not be moved', { error });
        return 0;
      });
      if (moved > 0) this.log.info('files were moved', { moved, to: this.files.newGoTo });
      const swept = await this.sweep(held.signal, new Date()).catch((error) => {
        this.log.warn('the bucket could not be swept', { error });
        return 0;
      });
      if (swept > 0) this.log.info('objects that no row names were swept from the bucket', { swept });
      await pause(everyMs, held.signal);
    }
  }

  /** One after the other; first the bytes are there, then the row says so. */
  async move(held: Held): Promise<number> {
    const from = this.files.newGoTo === 's3' ? 'postgres' : 's3';
    let moved = 0;
    for (let after = ''; !held.signal.aborted; ) {
      const next = await this.attachments.nextIn(from, after);
      if (!next) break;
      after = next.sha256;
      if (await this.tryToMove(held, next.sha256)) moved += 1;
    }
    return moved;
  }

  /** One that is damaged, gone or too much for the moment stays where it is, and keeps no other waiting. */
  private async tryToMove(held: Held, sha256: string): Promise<boolean> {
    try {
      return await this.moveOne(held, sha256);
    } catch (error) {
      if (error instanceof Fenced || (error as { code?: string }).code === 'files-away') throw error;
      this.log.warn('a file was not moved', { sha256, error });
      return false;
    }
  }

  private async moveOne(held: Held, sha256: string): Promise<boolean> {
    const file = await this.files.read(sha256);
    if (!file) return false;
    const { content, type } = file;
    const bytes = content.length;
    const objectKey = this.files.newGoTo === 's3' ? this.files.objects!.keyOf(sha256) : null;
    if (objectKey) await this.files.objects!.put(objectKey, { sha256, type, content });
    await this.postgres.transaction(async (tx) => {
      await guardLease(tx, held);
      const place = objectKey ? { content: null, objectKey } : { content, objectKey: null };
      await this.attachments.moved(tx, { sha256, bytes, ...place });
    });
    return true;
  }

  async sweep(signal: AbortSignal, now: Date): Promise<number> {
    let swept = 0;
    for (let next: string | null = null; !signal.aborted; ) {
      const page = await this.files.objects!.list(next);
      for (const object of page.objects) if (await this.sweepOne(object, now)) swept += 1;
      next = page.next;
      if (!next) break;
    }
    return swept;
  }

  /** An orphan has a row of its own while it is swept, so that nobody keeps the same bytes just then and loses them. */
  private async sweepOne({ key, changedAt }: Listed, now: Date): Promise<boolean> {
    const sha256 = key.split('/').at(-1)!;
    const isOurs = /^[0-9a-f]{64}$/.test(sha256) && key === this.files.objects!.keyOf(sha256);
    if (!isOurs || !(now.getTime() - changedAt.getTime() > orphanAfterMs)) return false;
    const isOrphan = await this.postgres.transaction((tx) => this.attachments.sweepBegins(tx, sha256));
    if (!isOrphan) return false;
    await this.finish(sha256);
    return true;
  }

  private async finishHalfSwept(signal: AbortSignal): Promise<void> {
    for (const sha256 of await this.attachments.halfSwept()) {
      if (signal.aborted) break;
      await this.finish(sha256);
    }
  }

  private async finish(sha256: string): Promise<void> {
    await this.files.objects!.delete(this.files.objects!.keyOf(sha256));
    await this.attachments.sweepEnds(sha256);
  }
}
