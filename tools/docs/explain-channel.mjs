/** Says how a channel is added: the steps, and what port and exam ask for. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readPort } from './read-port.mjs';

export function explainChannel(root) {
  const members = readPort(root, 'Channel');
  return `# Add a channel

Made by \`node tools/write-docs.mjs\`; what port and exam say comes from \`apps/channels/src/channel.ts\` and
\`channels.contract.spec.ts\`. A channel is one folder in \`apps/channels/src\` and one line in \`channels.ts\`. No enum, no
table of others, no change of the console: if you need one, the port is wrong, so say so in a decision record.

1. Copy the nearest sibling: \`webhook/\` and \`telegram/\` are posted to, \`email/\` polls a mailbox, \`webchat/\` holds sockets.
2. \`samples/\`: three or more, better a dozen raw items as they really arrive, without anybody's real name or address. Beside each
   its \`.expected.json\`: what it says, as \`parse\` shall answer.
3. \`parse.ts\`: raw item → message. Pure, and it never throws for bad input.
4. \`format.ts\`: reply → what the provider takes. Pure, and nothing of the text is lost.
5. \`config.ts\`: its variables, all optional; an empty environment leaves the channel off.
6. Posted to: \`open-request.ts\`: is the request the provider's (signature over the raw bytes, old and future times refused),
   and which items stand in it? The house takes them in, commits, and answers only then. Else \`receive.ts\`: the transport;
   it acknowledges after \`takeIn\` resolved, and never before.
7. \`send.ts\`: every failure of the provider becomes \`retry\`, \`failed\` or \`unknown\`. Never a silent resend.
8. \`index.ts\`: the object below. Then its line in \`channels.ts\`, and a README of at most 15 lines.
9. \`examinee-for-specs.ts\`: how its customers speak and what its provider answers; then it sits the exam in front of a real
   Postgres, the fuzz of \`any-shape-is-answered.spec.ts\` and the recorded requests of \`parse-recorded.spec.ts\`.
10. \`npm run build && node tools/write-docs.mjs\`, then \`npm run check\`.

**What that comes to.** The signed webhook was the last one added, by these steps: ${countFiles(root, 'webhook')} files in its own folder (of them 8 sources, its
spec, its examinee, its README and the samples with what is expected of them), **1 file of others touched by hand** (its line, and the import
for it, in \`channels.ts\`), 4 written by step 10. Router, gateway, console and contracts: none. What it needed besides was no
wish of its own and lies flat: \`sign-webhook.ts\` (calls use it too), \`fetch-outside.ts\` for files at strangers' addresses, and the mark for equal words without an id.

A provider's package is imported in its channel's folder only; name it in \`.dependency-cruiser.mjs\` (\`sdk\`). What two
channels share becomes a flat file beside \`channel.ts\`; a channel never imports another.

## What every channel offers

${list(members.filter(({ isTalent }) => !isTalent))}

## Talents, found by presence

${list(members.filter(({ isTalent }) => isTalent))}

## What the house gives it

${list(readPort(root, 'Desk'))}

## What the exam asks

${examOf(root)}
`;
}

const countFiles = (root, name) => {
  const folder = join(root, 'apps/channels/src', name);
  return readdirSync(folder, { recursive: true }).filter((file) => statSync(join(folder, file)).isFile()).length;
};

const list = (members) => members.map(({ name, says }) => `- \`${name}\`${says && `: ${says}`}`).join('\n');

function examOf(root) {
  const spec = readFileSync(join(root, 'apps/channels/src/channels.contract.spec.ts'), 'utf8');
  const titles = [...spec.matchAll(/'([^'\n]+)',\s*(?:async )?\(/g)].map(([, title]) => title);
  return titles
    .filter((title) => title !== '%s')
    .map((title) => `- ${title.replaceAll('%s', 'each item')}`)
    .join('\n');
}
