/** Reads one recorded item from stdin and prints what it says, for the command line: no network, no database. */
import { readConfig } from '@trunkline/platform';
import type { Parsed } from './channel.ts';
import { channels } from './channels.ts';

/** `parse-once channel <name>`, or `parse-once mail`: a channel by the standard it is kept to. */
const name = process.argv.slice(2).find((word) => word !== 'channel') ?? '';
const channel = channels.find((one) => one.name === name) ?? channels.find((one) => one.standard === name);
if (!channel) {
  process.stderr.write(`There is no channel "${name}"; there are ${channels.map((one) => one.name).join(', ')}.\n`);
  process.exit(1);
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { variables, sample, read } = channel.config;
const config = read(readConfig(variables)) ?? read(readConfig(variables, sample ?? {}));
const parsed = await channel.parse(Buffer.concat(chunks), config as never);
process.stdout.write(`${JSON.stringify(show(parsed))}\n`);

function show(item: Parsed): object {
  if (item.kind !== 'message') return item;
  const { from, text, whole, files, ...rest } = item;
  return {
    ...rest,
    from: from.address,
    name: from.name,
    text: whole?.text ?? text,
    html: whole?.html ?? null,
    /** What the customer newly wrote. */
    reply: text,
    attachments: files.map(({ content: _bytes, ...file }) => file),
    headers: whole?.headers ?? [],
  };
}
