/** `trunkline policy dry-run`: lets the gateway try a policy on a recorded span, and waits for the report. */
import { setTimeout as pause } from 'node:timers/promises';
import { type DryRun, sayReason } from '@trunkline/contracts';
import { withGateway } from './ask-gateway.ts';
import { demandPolicy } from './judge-policy.ts';
import { readSettings } from './read-settings.ts';
import { readSpan } from './read-span.ts';
import { SaidNo } from './refused.ts';
import { sayReport } from './say-report.ts';
import type { Asked, ExitCode } from './verb.ts';

const betweenMs = 500;

export async function dryRun(asked: Asked): Promise<ExitCode> {
  const span = readSpan(asked);
  const policy = await demandPolicy(asked.words[0]!);
  const ended = await withGateway(readSettings(asked), async (ask) => {
    const body = { policy, ...span };
    let run = await ask<DryRun>({ method: 'POST', path: '/v1/policies/dry-run', body });
    while (run.state === 'running') {
      await pause(betweenMs);
      run = await ask<DryRun>({ path: `/v1/policies/dry-runs/${run.id}` });
    }
    return run;
  });
  const { report, because } = ended;
  if (!report) throw new SaidNo(sayReason(because?.code ?? '', 'en', because?.values), because?.code ?? 'refused');
  await sayReport(report, asked.values.json === true);
  return 0;
}
