/** The policy, the staff and the roster as they are now, in memory; the table `setting` is the truth, asked once a second. */
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { AgentId, PolicyV1, RosterDayV1, SettingPublishedV1, StaffV1 } from '@trunkline/contracts';
import { Log } from '../log.ts';
import { Postgres } from '../postgres/transaction.ts';
import { DEFAULTS, type Defaults } from '../tokens.ts';
import { settingBodies } from './setting-bodies.ts';

export type SettingKind = SettingPublishedV1['kind'];
type SettingRow = { kind: SettingKind; name: string; version: number; body: unknown; changed_at: Date };

const pollMs = 1_000;
/** `changed_at` is when its transaction began, so a row may turn up behind one already seen. */
const overlapMs = 10_000;
/** Longer than any shift of a day lasts: what is older is history, which the gateway keeps. */
const rosterMs = 8 * 86_400_000;

@Injectable()
export class LiveSettings implements OnModuleInit, OnModuleDestroy {
  policy: PolicyV1;
  readonly staff = new Map<AgentId, StaffV1>();
  /** By `<queue>:<date>`; days that are over are let go. */
  readonly roster = new Map<string, RosterDayV1>();
  private readonly versions = new Map<string, number>();
  private readonly listeners: { kind: SettingKind; run: () => void }[] = [];
  private seenUntil = new Date(0);
  private polling = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly postgres: Postgres,
    @Inject(DEFAULTS) defaults: Defaults,
    private readonly log: Log,
  ) {
    this.policy = defaults.policy;
  }

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.poll(), pollMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Undefined where this person was not heard of yet: answer 503 `try-again`. Whoever left is there, `active` false. */
  person(id: string): StaffV1 | undefined {
    return this.staff.get(id as AgentId);
  }

  /** `run` is called after each change of the kind; also when several changed at once, then once. */
  onChange(kind: SettingKind, run: () => void): void {
    this.listeners.push({ kind, run });
  }

  /** Reads what changed since. Called each second, and by the consumer as soon as it has stored something. */
  async refresh(): Promise<void> {
    const since = new Date(this.seenUntil.getTime() - overlapMs);
    const sql = 'SELECT kind, name, version, body, changed_at FROM setting WHERE changed_at >= $1 ORDER BY changed_at';
    const changed = new Set<SettingKind>();
    for (const row of await this.postgres.query<SettingRow>(sql, [since])) {
      if (row.changed_at > this.seenUntil) this.seenUntil = row.changed_at;
      if (this.take(row)) changed.add(row.kind);
    }
    for (const { kind, run } of this.listeners) if (changed.has(kind)) run();
  }

  /** One question at a time: while Postgres is slow they must not pile up. */
  private async poll(): Promise<void> {
    if (this.polling) return;
    this.polling = true;
    await this.refresh().catch((error) => this.log.warn('the settings could not be asked for', { error }));
    this.polling = false;
  }

  private take({ kind, name, version, body }: SettingRow): boolean {
    const key = `${kind}:${name}`;
    if (version <= (this.versions.get(key) ?? 0)) return false;
    const parsed = settingBodies[kind].safeParse(body);
    this.versions.set(key, version);
    if (!parsed.success) {
      this.log.error('a stored setting breaks its contract and is not used', { setting: key, version });
      return false;
    }
    if (kind === 'policy') this.policy = parsed.data as PolicyV1;
    else if (kind === 'roster') this.keepDay(name, parsed.data as RosterDayV1);
    else this.staff.set(name as AgentId, parsed.data as StaffV1);
    return true;
  }

  private keepDay(name: string, day: RosterDayV1): void {
    const oldest = new Date(Date.now() - rosterMs).toISOString().slice(0, 10);
    this.roster.set(name, day);
    for (const [each, { date }] of this.roster) if (date < oldest) this.roster.delete(each);
  }
}
