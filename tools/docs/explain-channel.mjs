/** Says how a channel is added: the steps, and what port and exam ask for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPort } from './read-port.mjs';

export function explainChannel(root) {
  const members = readPort(root, 'Channel');
  return `# Add a channel

Made by \`node tools/write-docs.mjs\`; what port and exam say comes from \`apps/channels/src/channel.ts\` and
\`channels.contract.spec.ts\`. A channel is one folder in \`apps/channels/src\` and one line in \`channels.ts\`. No enum, no
table of others, no change of the console: if you need one, the port is wrong, so say so in a decision record.

1. Copy the nearest sibling: \`email/\` polls a mailbox, \`webchat/\` holds sockets.
2. \`samples/\`: three or more raw items as they really arrive, without anybody's real name or address. Beside each
   its \`.expected.json\`: what it says, as \`parse\` shall answer.
3. \`parse.ts\`: raw item → message. Pure, and it never throws for bad input.
4. \`format.ts\`: reply → what the provider takes. Pure, and nothing of the text is lost.
5. \`config.ts\`: its variables, all optional; an empty environment leaves the channel off.
6. \`receive.ts\`: the transport; it acknowledges after \`takeIn\` resolved, and never before.
7. \`send.ts\`: every failure of the provider becomes \`retry\`, \`failed\` or \`unknown\`. Never a silent resend.
8. \`index.ts\`: the object below. Then its line in \`channels.ts\`, and a README of at most 15 lines.
9. \`npm run build && node tools/write-docs.mjs\`, then \`npm run check\`.

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

const list = (members) => members.map(({ name, says }) => `- \`${name}\`${says && `: ${says}`}`).join('\n');

function examOf(root) {
  const spec = readFileSync(join(root, 'apps/channels/src/channels.contract.spec.ts'), 'utf8');
  const titles = [...spec.matchAll(/'([^'\n]+)',\s*(?:async )?\(/g)].map(([, title]) => title);
  return titles
    .filter((title) => title !== '%s')
    .map((title) => `- ${title.replaceAll('%s', 'each item')}`)
    .join('\n');
}
