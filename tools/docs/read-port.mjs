/** Reads the members of an interface or type of the channel port, with the sentence that stands above each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function readPort(root, type) {
  const lines = readFileSync(join(root, 'apps/channels/src/channel.ts'), 'utf8').split('\n');
  const start = lines.findIndex((line) => new RegExp(`^export (interface|type) ${type}\\b`).test(line));
  const end = lines.findIndex((line, at) => at > start && /^}/.test(line));
  if (start < 0 || end < 0) throw new Error(`channel.ts has no ${type}`);
  const members = [];
  let comment = [];
  for (const line of lines.slice(start + 1, end)) {
    // Two spaces: a member of the type itself; deeper ones belong to a member.
    const said = /^ {2} ?(?:\/\*\*|\*(?!\/)) ?(.*?)(?: ?\*\/)?$/.exec(line)?.[1];
    if (said !== undefined) comment.push(said.trim());
    const [, name, isOptional] = /^ {2}(?:readonly )?(\w+)(\?)?[:(]/.exec(line) ?? [];
    if (name === undefined) continue;
    const says = comment
      .filter(Boolean)
      .join(' ')
      .replace(/^Talent: /, '');
    members.push({ name, isTalent: isOptional !== undefined, says });
    comment = [];
  }
  return members;
}
