/** `trunkline apply`: makes the desk what a file says. Shows first, judges everything before the first write. */
import { withGateway } from '../ask-gateway.ts';
import { readSettings } from '../read-settings.ts';
import { refusePattern } from '../refuse-pattern.ts';
import { SaidNo, WrongUse } from '../refused.ts';
import { say } from '../say.ts';
import type { Asked, ExitCode } from '../verb.ts';
import { carryOut } from './carry-out.ts';
import { planDesk } from './plan-desk.ts';
import { readDeskFile } from './read-desk-file.ts';
import { readPresent } from './read-present.ts';
import { sayPlan } from './say-plan.ts';

/** 0 done, or nothing to do · 1 refused or failed · 2 only with --dry-run: there is something to change. */
export async function apply({ values }: Asked): Promise<ExitCode> {
  const dryRun = values['dry-run'] === true;
  return run({ values, words: [] }, dryRun).catch((error) => {
    // whoever asks by the exit code whether there is drift must not take a missing file for it
    if (dryRun && error instanceof WrongUse) throw new SaidNo(error.message, 'used-wrongly');
    throw error;
  });
}

async function run(asked: Asked, dryRun: boolean): Promise<ExitCode> {
  const [name, json, prune] = [asked.values.file, asked.values.json === true, asked.values.prune === true];
  if (typeof name !== 'string') throw new WrongUse('which file? trunkline apply -f desk.yaml');
  const read = await readDeskFile(name);
  const settings = readSettings(asked);
  return withGateway(settings, async (ask) => {
    const present = await readPresent(ask, read.file.roster);
    const plan = planDesk({ file: read.file, present, prune, refusesPattern: refusePattern });
    await sayPlan(plan, read, { json, prune });
    const errors = plan.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      const said = errors.map((problem) => read.say(problem)).join('\n');
      throw new SaidNo(`${said}\nnothing was changed`, errors[0]!.because);
    }
    const changes = plan.differences.length;
    if (changes === 0) await say(json ? '{"changes":0}' : 'nothing to change');
    else if (dryRun) await say(json ? JSON.stringify({ changes }) : `${changes} to change; nothing was changed`);
    if (changes === 0 || dryRun) return changes === 0 ? 0 : 2;
    const tell = (done: { did: string; link?: string }) =>
      say(json ? JSON.stringify(done) : `${done.did}${done.link ? `\n    link, shown this once: ${done.link}` : ''}`);
    await carryOut(plan, { ask, present, url: settings.url, tell });
    await say(json ? JSON.stringify({ changed: changes }) : `${changes} changed`);
    return 0;
  });
}
