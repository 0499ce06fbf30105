/** What Slack writes (mrkdwn) → what a person reads: mentions by name, links with their address. Pure. */

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const plain = (text: string) => text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity]!);

/** `names`: of people, by their id; who is not in it stays an id. */
export function textOfMrkdwn(text: string, names: ReadonlyMap<string, string> = new Map()): string {
  return text
    .split(/(<[^<>\n]*>)/)
    .map((part, at) => (at % 2 === 1 ? wordOf(part.slice(1, -1), names) : plain(part)))
    .join('');
}

/** The ids of those whom a text mentions. */
export const mentionsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g)].map(([, id]) => id!)),
];

function wordOf(inside: string, names: ReadonlyMap<string, string>): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : plain(inside.slice(bar + 1));
  if (target.startsWith('@')) return `@${names.get(target.slice(1)) ?? (label || target.slice(1))}`;
  if (target.startsWith('#')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`;
  const address = plain(target);
  const shown = address.replace(/^(?:mailto|tel):/, '');
  return !label || label === shown || label === address ? shown : `${label} (${shown})`;
}

/** What Slack would read as its own signs. */
export const escapeForSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
