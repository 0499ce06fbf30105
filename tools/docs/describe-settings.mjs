/** Says every variable: as a table for people, and as `.env.example`. */

const made = 'Made by `node tools/write-docs.mjs` from each `config.ts`; do not edit.';

export function describeSettings(groups) {
  return `# Settings

${made}

A service reads its variables once, at its start. What is wrong is named all at once, without values, and the service
ends with code 1. An empty variable counts as one that is not set. \`npm start\` sets all that is required; the
variables of the embedded stack itself stand in [tools/README.md](../../tools/README.md).

${groups.map(({ title, variables }) => `## ${title}\n\n${tableOf(variables)}`).join('\n\n')}
`;
}

export function tableOf(variables) {
  const rows = Object.entries(variables).map(
    ([name, setting]) => `| \`${name}\` | ${cell(setting.help)} | ${cell(setting.kind)} | ${defaultOf(setting)} |`,
  );
  return ['| variable | what it is | kind | default |', '|---|---|---|---|', ...rows].join('\n');
}

const cell = (text) => text.replaceAll('|', '\\|');

function defaultOf({ fallback, secret }) {
  const mark = secret ? ' (secret)' : '';
  if (fallback === undefined) return `required${mark}`;
  const text = typeof fallback === 'object' ? '' : String(fallback);
  return `${text === '' ? 'empty' : `\`${text}\``}${mark}`;
}

export function describeExample(groups, describeConfig) {
  const head = `# Every variable with its default. ${made.replaceAll('`', '')}
# npm start needs none of them; what is required here is what a service needs outside the embedded stack.
`;
  return [head, ...groups.map(({ title, variables }) => `# ── ${title} ──\n\n${describeConfig(variables)}`)].join('\n');
}
