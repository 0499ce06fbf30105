/** Reads one recorded item or request from stdin and prints what it says, for the command line: no network, no database. */
import { readConfig } from '@trunkline/platform';
import type { AnyChannel } from './channel.ts';
import { channels } from './channels.ts';
import { parseRecorded } from './parse-recorded.ts';

/** `parse-once channel <name>`, or `parse-once mail`: a channel by the standard it is kept to. */
const name = process.argv.slice(2).find((word) => word !== 'channel') ?? '';
const channel = channels.find((one) => one.name === name) ?? channels.find((one) => one.standard === name);
if (!channel) {
  process.stderr.write(`There is no channel "${name}"; there are ${channels.map((one) => one.name).join(', ')}.\n`);
  process.exit(1);
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const said = await parseRecorded(channel, configOf(channel), Buffer.concat(chunks));
for (const one of said) process.stdout.write(`${JSON.stringify(one)}\n`);

/** The samples' settings, and over them whatever the environment sets. */
function configOf({ config: { variables, sample, read } }: AnyChannel): unknown {
  const [given, defaults] = [readConfig(variables), readConfig(variables, {})];
  const set = Object.entries(given).filter(
    ([variable, value]) => JSON.stringify(value) !== JSON.stringify((defaults as Record<string, unknown>)[variable]),
  );
  return read({ ...readConfig(variables, sample ?? {}), ...Object.fromEntries(set) });
}
