/** Replays a span of time out of a log that begins before it: what came earlier only says how it stood. */
import type { Because, PolicyV1, ReplayReport } from '@trunkline/contracts';
import type { Difference } from './check-decisions.ts';
import { PlayScript } from './play-script.ts';
import { ReplayRecorded } from './replay-recorded.ts';
import { reportReplay } from './report-replay.ts';
import type { LoggedInput, LogStart } from './routing-log.ts';
import type { Script } from './script.ts';
import type { WaitBook } from './wait-book.ts';

/** Instants in ISO; more inputs than `most` are refused: a script of them all is held in memory. */
export type Span = { from: string; to: string; most: number };
export type SpanReplayed = { kind: 'done'; report: ReplayReport } | { kind: 'refused'; because: Because };

export class ReplaySpan {
  inputs = 0;
  private replayed: ReplayRecorded;
  private earlier: Difference | null = null;
  private comparedBefore = 0;
  private hasBegun: boolean;
  private readonly from: number;

  constructor(
    start: LogStart,
    private readonly span: Span,
  ) {
    this.replayed = new ReplayRecorded(start);
    this.hasBegun = start.at >= span.from;
    this.from = Math.max(Date.parse(span.from), this.replayed.at);
  }

  /** The instant heard last. */
  get at(): string {
    return new Date(this.replayed.at).toISOString();
  }

  /** Null, or why it goes no further. */
  hear(logged: LoggedInput): Because | null {
    if (!this.hasBegun && logged.input.at >= this.span.from) this.begin();
    this.inputs += 1;
    if (this.inputs > this.span.most) return { code: 'span-too-long', values: { limit: this.span.most } };
    this.replayed.hear(logged);
    return null;
  }

  firstDifference(): Difference | null {
    return this.earlier ?? this.replayed.firstDifference();
  }

  /** Decisions held against the record so far. */
  get compared(): number {
    return this.comparedBefore + this.replayed.compared;
  }

  /** Just behind what was heard last: where nothing else says when the span ends. */
  get end(): string {
    return new Date(this.replayed.at + 1).toISOString();
  }

  /** What people did and waited in the span; nothing may be heard after it. */
  recorded(to: string): { script: Script; book: WaitBook; policy: PolicyV1 } {
    if (!this.hasBegun) this.begin();
    const { book, policy } = this.replayed;
    return { script: this.replayed.scriptUntil(Date.parse(to)), book, policy };
  }

  tryOut(tried: PolicyV1, to = this.span.to): SpanReplayed {
    const until = Date.parse(to);
    const { script, policy } = this.recorded(to);
    if (until <= this.from) return { kind: 'refused', because: { code: 'nothing-recorded', values: {} } };
    const play = new PlayScript(script, tried);
    play.playUntil(until);
    const from = new Date(this.from).toISOString();
    const policies = { recorded: policy, tried };
    const report = reportReplay({ from, to, recorded: this.replayed, tried: play, policies });
    return { kind: 'done', report };
  }

  private begin(): void {
    this.hasBegun = true;
    // a drop may be said behind the border; what is then missing was not carried out
    this.earlier = this.replayed.firstDifference(true);
    this.comparedBefore = this.replayed.compared;
    this.replayed = new ReplayRecorded({ ...this.replayed.snapshot(), at: new Date(this.from).toISOString() });
  }
}
