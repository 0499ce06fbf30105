/** Runs what-ifs of policies: one at a time a replica, with a bound on inputs, memory and time. */
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { AgentId, PolicyV1 } from '@trunkline/contracts';
import { AskService, Log, Postgres, Refusal, refuse } from '@trunkline/platform';
import type { SpanReplayed } from '@trunkline/rules';
import { endDryRun, insertDryRun, noteProgress } from './dry-runs.store.ts';
import { playDryRun } from './play-dry-run.ts';

/** More inputs than these are refused: a busy desk of 100 agents records about 20,000 a day. */
const mostInputs = 200_000;
const pageOf = 1_000;
const mostMinutes = 10;
const beatMs = 5_000;

export type DryRunOf = { id: string; person: { id: AgentId }; policy: PolicyV1; from: string; to: string };

@Injectable()
export class RunDryRuns implements OnApplicationShutdown {
  private running: AbortController | null = null;

  constructor(
    private readonly postgres: Postgres,
    private readonly services: AskService,
    private readonly log: Log,
  ) {}

  onApplicationShutdown(): void {
    this.running?.abort();
  }

  /** Goes on by itself; how far it is stands in its row. */
  async start(run: DryRunOf): Promise<void> {
    if (this.running) refuse('dry-run-is-running');
    const over = new AbortController();
    this.running = over;
    try {
      await insertDryRun(this.postgres, { ...run, askedBy: run.person.id });
    } catch (error) {
      this.running = null;
      throw error;
    }
    void this.play(run, over);
  }

  private async play(run: DryRunOf, over: AbortController): Promise<void> {
    const progress = { inputs: 0, at: null as string | null };
    const beat = setInterval(() => void this.note(run.id, progress), beatMs);
    const giveUp = setTimeout(() => over.abort('time'), mostMinutes * 60_000);
    const ended = await playDryRun({
      policy: run.policy,
      span: { from: run.from, to: run.to, most: mostInputs },
      readPage: (cursor) => this.readPage(run, cursor),
      tell: (heard) => this.note(run.id, Object.assign(progress, { inputs: heard.inputs, at: heard.at })),
      signal: over.signal,
    }).catch((error) => this.brokeOff(run, over, error));
    clearInterval(beat);
    clearTimeout(giveUp);
    this.running = null; // before it is said: whoever reads it may begin the next
    const said = ended.kind === 'done' ? { report: ended.report } : { because: ended.because };
    await endDryRun(this.postgres, run.id, said).catch((error) => {
      this.log.warn('what came of a dry run was not written', { error, dryRun: run.id }); // its silence says it was lost
    });
  }

  private brokeOff({ id }: DryRunOf, over: AbortController, error: unknown): SpanReplayed {
    if (over.signal.reason === 'time')
      return { kind: 'refused', because: { code: 'span-takes-too-long', values: { minutes: mostMinutes } } };
    this.log.warn('a dry run broke off', { error, dryRun: id });
    const code = error instanceof Refusal ? error.code : 'dry-run-was-lost';
    return { kind: 'refused', because: { code, values: error instanceof Refusal ? error.values : {} } };
  }

  private note(id: string, progress: { inputs: number; at: string | null }): Promise<void> {
    return noteProgress(this.postgres, id, progress).catch((error) => {
      this.log.warn('how far a dry run is was not written', { error, dryRun: id });
    });
  }

  private async readPage({ person, from, to }: DryRunOf, cursor: string | null): Promise<string> {
    const query = new URLSearchParams({ from, to, limit: String(pageOf), ...(cursor === null ? {} : { cursor }) });
    const path = `/internal/routing-log?${query}`;
    const answer = await this.services.askRaw('router', { path, as: person.id, timeoutMs: 30_000 });
    return answer.text();
  }
}
