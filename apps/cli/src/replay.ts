/** `trunkline replay`: whether recorded decisions come out the same, or what another policy would have made of the day. */
import type { RoutingLogPage } from '@trunkline/contracts';
import { type Difference, ReplaySpan, readLogPage } from '@trunkline/rules';
import { withGateway } from './ask-gateway.ts';
import { demandPolicy } from './judge-policy.ts';
import { askLog, readLogFile, saveLog } from './read-log.ts';
import { readSettings } from './read-settings.ts';
import { type AskedSpan, everything, readSpan } from './read-span.ts';
import { SaidNo, WrongUse } from './refused.ts';
import { say } from './say.ts';
import { sayReport } from './say-report.ts';
import type { Asked, ExitCode } from './verb.ts';

/** What is held of a day in memory; a longer span is cut up by whoever asks. */
const mostInputs = 2_000_000;

export async function replay(asked: Asked): Promise<ExitCode> {
  const { log, policy, save } = asked.values as Record<string, string | undefined>;
  if (log !== undefined) {
    if (save !== undefined) throw new WrongUse('--save is for a log that the gateway gives');
    const span = asked.values.from === undefined ? everything : readSpan(asked);
    return play(readLogFile(log), span, asked, policy);
  }
  const span = readSpan(asked);
  return withGateway(readSettings(asked), (ask) => {
    const pages = askLog(ask, span);
    return play(save === undefined ? pages : saveLog(pages, save), span, asked, policy);
  });
}

async function play(
  pages: AsyncIterable<RoutingLogPage>,
  span: AskedSpan,
  asked: Asked,
  policyFile: string | undefined,
): Promise<ExitCode> {
  const tried = policyFile === undefined ? undefined : await demandPolicy(policyFile);
  const heard = await hearAll(pages, span);
  if (!tried) return compare(heard, asked);
  const ended = heard.tryOut(tried, span.to === everything.to ? heard.end : span.to);
  if (ended.kind === 'refused') throw new SaidNo('there is nothing to try it on', ended.because.code);
  await sayReport(ended.report, asked.values.json === true);
  return 0;
}

export async function hearAll(pages: AsyncIterable<RoutingLogPage>, span: AskedSpan): Promise<ReplaySpan> {
  let replayed: ReplaySpan | undefined;
  for await (const page of pages) {
    const { start, log } = readLogPage(page);
    if (start) replayed = new ReplaySpan(start, { ...span, most: mostInputs });
    if (!replayed && log.length > 0) throw new WrongUse('a routing log begins with its snapshot');
    for (const logged of log) {
      if (logged.input.at >= span.to) continue;
      const because = replayed!.hear(logged);
      if (because) throw new SaidNo(`more than ${mostInputs} inputs: choose a shorter span`, because.code);
    }
  }
  if (!replayed) throw new SaidNo('nothing was recorded in this span', 'nothing-recorded');
  return replayed;
}

/** Exit code 1: a decision came out otherwise than it was recorded. */
async function compare(heard: ReplaySpan, { values }: Asked): Promise<ExitCode> {
  const difference = heard.firstDifference();
  const { inputs, compared } = heard;
  if (values.json) await say(JSON.stringify({ inputs, decisions: compared, same: difference === null, difference }));
  else if (difference === null) await say(`${inputs} inputs, ${compared} decisions: all as they were recorded`);
  else await say(inWords(difference));
  return difference === null ? 0 : 1;
}

function inWords({ step, conversationId, recorded, made }: Difference): string {
  const side = (decision: Difference['made']) => (decision ? JSON.stringify(decision, null, 2) : 'nothing');
  return [
    `the first difference is at step ${step}, conversation ${conversationId}`,
    `recorded: ${side(recorded)}`,
    `replayed: ${side(made)}`,
  ].join('\n');
}
