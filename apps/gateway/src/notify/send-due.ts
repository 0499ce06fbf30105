/** Sends what is due to its target, once; tries again what may pass, and gives up after an hour. */
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, counter, faultPoint, LiveSettings, Log, Postgres } from '@trunkline/platform';
import type { GatewayConfig } from '../config.ts';
import { formatPost } from './format-post.ts';
import { readAllowed } from './judge-address.ts';
import { type Claimed, claimDue, deleteOld, endNotification, tryAgain } from './notifications.store.ts';
import { openTarget } from './open-target.ts';
import { postOut } from './post-out.ts';
import { readAnswer, type Told } from './read-answer.ts';
import { sayNotification } from './say-notification.ts';
import { sendMail } from './send-mail.ts';
import { findTargets, type TargetRow } from './targets.store.ts';

/** After each try but the last: eight within an hour. */
export const patienceSeconds = [10, 30, 90, 240, 480, 900, 1_800];
const atOnce = 20;
const pollMs = 1_000;
const tidyMs = 3_600_000;
const ended = counter({
  name: 'trunkline_notifications_total',
  help: 'Notifications by how they ended',
  labels: ['kind', 'state'],
});

@Injectable()
export class SendDue implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly over = new AbortController();
  private poked = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.over.abort();
    this.poked.abort();
    await this.running;
  }

  /** Rows wait: look at once. */
  poke(): void {
    this.poked.abort();
  }

  /** One try of one notification; a test is not tried again. */
  async send(claimed: Claimed, target: TargetRow | undefined): Promise<void> {
    const told = await this.tell(claimed, target).catch((error): Told => {
      this.log.error('a notification could not be made', { error, notification: claimed.id });
      return { kind: 'failed', because: { code: 'went-wrong', values: {} } };
    });
    faultPoint('notify.after-send');
    const { id, tries, said } = claimed;
    const wait = patienceSeconds[tries - 1];
    if (told.kind === 'again' && wait !== undefined && said.kind !== 'test') {
      return tryAgain(this.postgres, {
        id,
        tries,
        because: told.because,
        afterMs: Math.max(wait * 1_000, told.afterMs),
      });
    }
    const state = told.kind === 'sent' ? 'sent' : 'failed';
    const because = told.kind === 'sent' ? null : told.because;
    if (because)
      this.log.warn('a notification was not taken', { target: claimed.target, because: because.code, tries });
    ended.inc({ kind: target?.kind ?? 'none', state });
    await endNotification(this.postgres, { id, tries, state, because });
  }

  private async tell({ id, escalationId, said, tries }: Claimed, target: TargetRow | undefined): Promise<Told> {
    if (!target) return { kind: 'failed', because: { code: 'no-such-target', values: {} } };
    if (!target.active && said.kind !== 'test')
      return { kind: 'failed', because: { code: 'target-is-off', values: {} } };
    const opened = openTarget(target, this.config.SEAL_KEYS);
    if (!opened) return { kind: 'failed', because: { code: 'secret-cannot-be-opened', values: {} } };
    const { kind, language } = target;
    const { policy } = this.settings;
    const { PUBLIC_URL: publicUrl, SMTP_URL: smtpUrl, NOTIFY_FROM: from, TRUNKLINE_PROFILE: profile } = this.config;
    const text = sayNotification({ said, policy, language, publicUrl, attempt: tries });
    if (kind === 'mail')
      return sendMail({ id, to: opened.address, text }, { smtpUrl, from, mustEncrypt: profile === 'production' });
    const now = Date.now();
    const post = formatPost({ ...opened, kind, id, escalationId, attempt: tries, said, text, now });
    const posted = await postOut(post, { allowed: readAllowed(this.config.NOTIFY_ALLOWED_HOSTS) });
    const { pathname, searchParams } = new URL(opened.address);
    return readAnswer(kind, posted, { hide: [opened.secret ?? '', pathname, ...searchParams.values()], now });
  }

  private async run(): Promise<void> {
    let tidyAt = 0;
    while (!this.over.signal.aborted) {
      this.poked = new AbortController();
      const claimed = await this.sendDue().catch((error) => {
        this.log.warn('notifications could not be asked for', { error });
        return 0;
      });
      if (claimed === atOnce) continue;
      if (Date.now() > tidyAt) {
        tidyAt = Date.now() + tidyMs;
        await deleteOld(this.postgres).catch((error) => this.log.warn('old notifications were kept', { error }));
      }
      await pause(pollMs, undefined, { signal: this.poked.signal }).catch(() => {});
    }
  }

  private async sendDue(): Promise<number> {
    const claimed = await claimDue(this.postgres, atOnce);
    if (claimed.length === 0) return 0;
    const targets = await findTargets(this.postgres, [...new Set(claimed.map(({ target }) => target))]);
    const byCode = new Map(targets.map((target) => [target.code, target]));
    await Promise.all(claimed.map((each) => this.send(each, byCode.get(each.target))));
    return claimed.length;
  }
}
