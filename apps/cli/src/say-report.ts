/** Says what came of a dry run: totals, queues and people before and after, then who waited otherwise. */
import type { ReplayReport, WaitFigures } from '@trunkline/contracts';
import { say } from './say.ts';
import { sayDuration, sayShare } from './say-figures.ts';

const shownDifferences = 20;

/** As JSON lines: one with everything but the differences, then one a difference. */
export async function sayReport(report: ReplayReport, asJson: boolean): Promise<void> {
  const { differences, ...rest } = report;
  if (asJson) {
    await say(JSON.stringify({ report: rest }));
    for (const difference of differences) await say(JSON.stringify({ difference }));
    return;
  }
  const { decisions } = rest;
  await say(`${rest.from} to ${rest.to}: ${rest.inputs} inputs`);
  await say(`decisions: ${decisions.before} recorded, ${decisions.after} now, ${decisions.changed} otherwise`);
  if (rest.notJudgedAnew > 0) await say(`${rest.notJudgedAnew} were taken over as they had been judged`);
  await say('');
  await say(row(['', 'taken', 'mean', 'median', '90 %', '95 %', 'in limit', 'waiting', 'gone']));
  await sayBoth('all', rest.waits);
  for (const queue of rest.queues) await sayBoth(queue.queue, queue);
  await say('');
  for (const { name, before, after } of rest.agents)
    await say(row([name, `${before.given} → ${after.given}`, `${sayShare(before.used)} → ${sayShare(after.used)}`]));
  await say('');
  await say(
    `${rest.differing} waited otherwise${rest.differing > shownDifferences ? `, the first ${shownDifferences}:` : ''}`,
  );
  for (const { conversationId, since, before, after } of differences.slice(0, shownDifferences)) {
    const side = ({ queue, agentId, waitSeconds }: typeof before) =>
      `${queue} ${agentId?.slice(-6) ?? 'nobody'} ${sayDuration(waitSeconds)}`;
    await say(`  ${conversationId} ${since}  ${side(before)} → ${side(after)}`);
  }
}

async function sayBoth(name: string, { before, after }: { before: WaitFigures; after: WaitFigures }): Promise<void> {
  for (const [what, figures] of [
    [name, before],
    ['  now', after],
  ] as const) {
    const { taken, mean, p50, p90, p95, withinLimit, stillWaiting, leftBefore } = figures;
    const times = [mean, p50, p90, p95].map(sayDuration);
    await say(row([what, String(taken), ...times, sayShare(withinLimit), String(stillWaiting), String(leftBefore)]));
  }
}

const row = ([first = '', ...rest]: string[]) => `${first.padEnd(18)}${rest.map((cell) => cell.padStart(14)).join('')}`;
