/** Claims queued words, hands each to its channel, and records what became of it (A6): never a silent resend. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { sayReason } from '@trunkline/contracts';
import { CONFIG, faultPoint, isPlanted, type Key, Log, Postgres, Refusal, unsealSecret } from '@trunkline/platform';
import { answerAddress } from './answer-address.ts';
import type { AnyChannel, Sent, Word } from './channel.ts';
import { listChoices } from './list-choices.ts';
import { Desks } from './open-channels.ts';
import { type Claimed, OutboundStore } from './outbound.store.ts';
import { ReplyWindows } from './reply-windows.ts';
import { sayDelivery } from './say-delivery.ts';
import { SettleUnknown } from './settle-unknown.ts';

const leaseSeconds = 60;
const longestCallMs = 10_000;
const longestForFilesMs = 35_000;
const bytesPerMs = 500;
/** Who queues a word pokes; the poll finds what is to be tried again. */
const pollMs = 1_000;
const sweepMs = 5_000;
const atOnce = 8;
/** A provider that is away this long gets no more tries: the agent is told. */
const giveUpAfterMs = 6 * 3_600_000;
const longestPauseSeconds = 300;

@Injectable()
export class ClaimReply implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly inHand = new Set<Promise<void>>();
  private stopping = false;
  private wake: () => void = () => {};
  private loop = Promise.resolve();
  private sweptAt = 0;

  constructor(
    private readonly postgres: Postgres,
    private readonly outbound: OutboundStore,
    private readonly settle: SettleUnknown,
    private readonly desks: Desks,
    private readonly windows: ReplyWindows,
    private readonly log: Log,
    @Inject(CONFIG)
    private readonly config: { SERVICE_KEYS: readonly Key[]; FIELD_KEY: readonly Key[]; CHANNELS_PUBLIC_URL: string },
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  /** What was claimed is finished and recorded; nothing new is claimed. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.poke();
    await this.loop;
    await Promise.all(this.inHand);
  }

  /** There is something to send. */
  poke(): void {
    this.wake();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const claimed = await this.claim().catch((error) => {
        this.log.warn('words could not be claimed', { error });
        return [];
      });
      for (const one of claimed) this.hold(this.deliver(one));
      if (claimed.length < atOnce || this.inHand.size >= atOnce) await this.pause();
    }
  }

  private async claim(): Promise<Claimed[]> {
    if (Date.now() - this.sweptAt > sweepMs) {
      this.sweptAt = Date.now();
      await this.settle.sweep((name) => this.desks.of(name));
    }
    const room = atOnce - this.inHand.size;
    const on = this.desks.all().map(({ channel }) => channel.name);
    return room > 0 && on.length > 0 ? this.outbound.claim(room, on, leaseSeconds) : [];
  }

  private hold(delivery: Promise<void>): void {
    const held: Promise<void> = delivery
      .catch((error) => this.log.error('a sending could not be recorded; its lease will run out', { error }))
      .finally(() => {
        this.inHand.delete(held);
        this.poke(); // the next word of this conversation may go now
      });
    this.inHand.add(held);
  }

  private async deliver(claimed: Claimed): Promise<void> {
    faultPoint('outbound.after-claim');
    const sent = await this.call(claimed);
    faultPoint('outbound.after-call');
    await this.record(claimed, sent);
    faultPoint('outbound.after-record');
  }

  private async call(claimed: Claimed): Promise<Sent> {
    const opened = openWord(claimed.word, this.config.SERVICE_KEYS);
    if (opened === null) return { kind: 'failed', because: 'code-expired', detail: 'the key that sealed it is gone' };
    const { channel, desk } = this.desks.of(opened.channel)!;
    const word = listChoices(channel, { ...opened, answerAt: answerAddress(opened, this.config) });
    if (isPlanted('sent-without-sending')) return { kind: 'sent', reference: null };
    if (isPlanted('retry-doubles-mail')) await channel.send(word, desk as never);
    const unfit = refuseFiles(channel, word) ?? (await this.windows.refuseLate(channel, word));
    if (unfit) return unfit;
    const tooLate = timeOut(longestCallMs + forFiles(word));
    const sending = channel
      .send(word, desk as never)
      .catch(
        (error: Error): Sent =>
          fileNotRead(error) ?? { kind: 'unknown', detail: `the channel failed: ${error.message}` },
      );
    return Promise.race([sending, tooLate.result]).finally(tooLate.cancel);
  }

  /** TX5: written only with our own fence. */
  private async record(claimed: Claimed, sent: Sent): Promise<void> {
    if (sent.kind === 'retry' && Date.now() - claimed.queuedAt.getTime() < giveUpAfterMs) {
      const backOff = Math.min(longestPauseSeconds, 2 ** Math.min(claimed.tries - 1, 10));
      const inSeconds = Math.max(backOff, Math.min(longestPauseSeconds, sent.afterSeconds ?? 0));
      return this.outbound.putBack(claimed, { inSeconds, because: sent.because, detail: sent.detail });
    }
    await this.postgres.transaction(async (tx) => {
      if (sent.kind === 'sent') {
        const { reference, socketOf = null } = sent;
        const words = await this.outbound.recordSent(tx, claimed, reference);
        return sayDelivery(tx, words, { kind: 'sent', reference, socketOf });
      }
      const { detail } = sent;
      if (sent.kind === 'unknown') {
        const words = await this.outbound.recordEnd(tx, claimed, { state: 'unknown', because: null, detail });
        for (const one of words) this.settle.askLater({ ...one, word: claimed.word });
        return sayDelivery(tx, words, { kind: 'unknown', detail });
      }
      const { because } = sent;
      const words = await this.outbound.recordEnd(tx, claimed, { state: 'failed', because, detail });
      return sayDelivery(tx, words, { kind: 'failed', because, detail });
    });
  }

  private pause(): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** A code is in plain only here, in the hand of who sends it. */
function openWord({ sealed, ...word }: Word, keys: readonly Key[]): Word | null {
  if (sealed === undefined) return word;
  const secret = unsealSecret(keys, word.messageId, sealed);
  return secret === null ? null : { ...word, text: word.text.replace('{code}', secret) };
}

/** A file that cannot go out is said so: an answer without it would be another answer. */
function refuseFiles({ attachments }: AnyChannel, { attachments: files }: Word): Sent | undefined {
  if (files.length === 0) return undefined;
  if (!attachments)
    return { kind: 'failed', because: 'no-files-here', detail: files.map(({ name }) => name).join(', ') };
  const tooLong = files.find(({ bytes }) => bytes > attachments.maxBytes);
  return tooLong && { kind: 'failed', because: 'file-too-large', detail: `${tooLong.name}: ${tooLong.bytes} bytes` };
}

/** A file is read before anything is handed over. */
function fileNotRead(error: Error): Sent | undefined {
  if (!(error instanceof Refusal)) return undefined;
  const detail = sayReason(error.code, 'en', error.values);
  if (error.code === 'files-away') return { kind: 'retry', because: 'files-away', detail };
  return error.code === 'file-damaged' ? { kind: 'failed', because: 'file-damaged', detail } : undefined;
}

/** What is heavy takes longer; still well within the lease. */
const forFiles = ({ attachments }: Word) =>
  Math.min(longestForFilesMs, attachments.reduce((sum, { bytes }) => sum + bytes, 0) / bytesPerMs);

function timeOut(ms: number): { result: Promise<Sent>; cancel: () => void } {
  let timer: NodeJS.Timeout;
  const result = new Promise<Sent>((resolve) => {
    const detail = `no answer within ${ms / 1000} s`;
    timer = setTimeout(() => resolve({ kind: 'unknown', detail }), ms);
  });
  return { result, cancel: () => clearTimeout(timer) };
}
