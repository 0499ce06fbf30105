/** Kills one replica of a service, for `--chaos` alone: by its pid in an embedded house, or its pod in a namespace. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readJson } from '../read-json.ts';
import { SaidNo, WrongUse } from '../refused.ts';
import { waitFor } from './wait-for.ts';

export type Killing = { pids?: string | undefined; namespace?: string | undefined };
type House = { pids: Record<string, number> };
const run = promisify(execFile);
const backWithinMs = 120_000;

/** Says what was killed; resolves when another has taken its place. */
export async function killReplica(service: string, { pids, namespace }: Killing): Promise<string> {
  if (pids !== undefined) return killProcess(service, pids);
  if (namespace !== undefined) return killPod(service, namespace);
  throw new WrongUse('--chaos kills: say where, by --pids run.json or --namespace NAME');
}

async function killProcess(service: string, file: string): Promise<string> {
  const pidOf = async () => ((await readJson(file)) as House).pids?.[service];
  const pid = await pidOf();
  if (!pid) throw new WrongUse(`${file} names no ${service}`);
  process.kill(pid, 'SIGKILL');
  const back = await waitFor(async () => {
    const now = await pidOf();
    return now !== pid && now ? now : undefined;
  }, backWithinMs);
  if (!back)
    throw new SaidNo(`${service} was killed and did not come back within ${backWithinMs / 1000} s`, 'not-back');
  return `pid ${pid}, back as ${back.fact} after ${back.seconds} s`;
}

/** The pods of the chart; one of them goes without a farewell. */
async function killPod(service: string, namespace: string): Promise<string> {
  const select = ['-n', namespace, '-l', `app.kubernetes.io/component=${service}`];
  const kubectl = async (...words: string[]) => (await run('kubectl', words).catch(notThere)).stdout.trim();
  const [pod] = (await kubectl('get', 'pods', ...select, '-o', 'name')).split('\n');
  if (!pod) throw new WrongUse(`there is no pod of ${service} in ${namespace}`);
  await kubectl('delete', '-n', namespace, pod, '--grace-period=0', '--force');
  await kubectl('wait', 'pods', ...select, '--for=condition=Ready', `--timeout=${backWithinMs / 1000}s`);
  return pod;
}

function notThere(error: NodeJS.ErrnoException & { stderr?: string; cmd?: string }): never {
  if (error.code === 'ENOENT') throw new WrongUse('kubectl is not here: it is needed for --namespace');
  throw new SaidNo(`${error.cmd}: ${error.stderr?.trim() ?? error.message}`, 'kubectl-refused');
}
