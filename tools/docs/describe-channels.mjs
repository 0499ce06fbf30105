/** Says which channels there are, what each can do, and its variables. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tableOf } from './describe-settings.mjs';
import { readPort } from './read-port.mjs';

export function describeChannels(channels, root) {
  const talents = readPort(root, 'Channel').filter(({ isTalent }) => isTalent);
  const overview = channels.map((channel) => {
    const { name, label, standard, live } = channel;
    return `| [${label.en}](#${name}) · ${label.zh} | \`${standard}\` | ${live ? 'yes' : 'no'} | ${has(channel, talents)} |`;
  });
  return `# Channels

Made by \`node tools/write-docs.mjs\` from the registry, \`apps/channels/src/channels.ts\`; do not edit.
Limits and weights hang on the *standard* (the policy's \`standards\`); *live* says that somebody sits there waiting.

| channel | standard | live | talents |
|---|---|---|---|
${overview.join('\n')}

${channels.map((channel) => chapter(channel, talents, root)).join('\n\n')}

A new one: [add-a-channel.md](add-a-channel.md).
`;
}

const isWord = ({ name }) => !['controllers', 'providers'].includes(name);
const has = (channel, talents) =>
  talents
    .filter((talent) => isWord(talent) && channel[talent.name] !== undefined)
    .map(({ name }) => `\`${name}\``)
    .join(', ');

function chapter(channel, talents, root) {
  const { name, label, config } = channel;
  const samples = join(root, 'apps/channels/src', name, 'samples');
  const count = existsSync(samples)
    ? readdirSync(samples).filter((file) => !file.endsWith('.expected.json')).length
    : 0;
  const lines = talents
    .filter((talent) => isWord(talent) && channel[talent.name] !== undefined)
    .map((talent) => `- \`${talent.name}\`${amount(channel[talent.name])}: ${talent.says}`);
  return `## ${name}

${label.en} · ${label.zh}. [Its folder](../apps/channels/src/${name}), [${count} recorded items](../apps/channels/src/${name}/samples).

${lines.join('\n')}

${tableOf(config.variables)}`;
}

const amount = (talent) => (talent?.maxBytes ? ` (at most ${talent.maxBytes / 1024 / 1024} MiB each)` : '');
