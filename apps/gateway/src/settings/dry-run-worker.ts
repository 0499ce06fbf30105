/** The thread in which a dry run is played: pages of the log come in as text, progress and the report go out. */
import { parentPort } from 'node:worker_threads';
import type { Because, PolicyV1, RoutingLogPage } from '@trunkline/contracts';
import { ReplaySpan, readLogPage, type Span, type SpanReplayed } from '@trunkline/rules';

/** First `begin`, then each `page` once the one before was answered, then `play`. */
export type ToDryRun =
  | { kind: 'begin'; span: Span; policy: PolicyV1 }
  | { kind: 'page'; text: string }
  | { kind: 'play' };
export type FromDryRun =
  | { kind: 'ready' }
  | { kind: 'heard'; next: string | null; inputs: number; at: string; because: Because | null }
  | { kind: 'played'; ended: SpanReplayed };

const nothing: SpanReplayed = { kind: 'refused', because: { code: 'nothing-recorded', values: {} } };
const answer = (message: FromDryRun) => parentPort!.postMessage(message);

let asked: { span: Span; policy: PolicyV1 };
let replay: ReplaySpan | undefined;

parentPort!.on('message', (message: ToDryRun) => {
  if (message.kind === 'begin') {
    asked = message;
    answer({ kind: 'ready' });
  } else if (message.kind === 'page') hearPage(JSON.parse(message.text) as RoutingLogPage);
  else answer({ kind: 'played', ended: replay?.tryOut(asked.policy) ?? nothing });
});

function hearPage(page: RoutingLogPage): void {
  const { start, log } = readLogPage(page);
  if (start) replay = new ReplaySpan(start, asked.span);
  let because: Because | null = null;
  for (const logged of log) because ??= replay?.hear(logged) ?? null;
  answer({ kind: 'heard', next: page.next, inputs: replay?.inputs ?? 0, at: replay?.at ?? asked.span.from, because });
}
