/** A plan in lines: each difference with old and new, what only the desk has, what stands in the way. */
import type { PolicyChange } from '@trunkline/contracts';
import { say } from '../say.ts';
import { sayChange } from '../say-change.ts';
import type { OnlyOnDesk, Plan } from './plan.ts';
import type { ReadFile } from './read-desk-file.ts';

const most = 8;

export async function sayPlan(plan: Plan, read: ReadFile, how: { json: boolean; prune: boolean }): Promise<void> {
  if (how.json) {
    for (const difference of plan.differences) await say(JSON.stringify({ difference }));
    for (const onlyOnDesk of plan.onlyOnDesk) await say(JSON.stringify({ onlyOnDesk }));
    for (const problem of plan.problems)
      await say(JSON.stringify({ problem: { ...problem, said: read.say(problem) } }));
    return;
  }
  for (const difference of plan.differences) await say(sayShort(difference));
  for (const one of plan.onlyOnDesk) await say(sayOnlyOnDesk(one, how.prune));
  for (const problem of plan.problems) if (problem.severity === 'warning') await say(`warning ${read.say(problem)}`);
}

const sayShort = (change: PolicyChange) => {
  const line = sayChange(change);
  return line.length > 400 ? `${line.slice(0, 400)} …` : line;
};

function sayOnlyOnDesk({ path, names }: OnlyOnDesk, prune: boolean): string {
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  const stays = prune ? 'is not in the file' : 'is not in the file, and stays';
  return `? ${path}  ${names.slice(0, most).join(', ')}${more}: ${stays}`;
}
