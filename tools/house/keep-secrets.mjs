/** Makes the house's passwords and keys once, at random, and keeps them beside the rows they open, readable by us alone. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const key = (name) => `${name}:${randomBytes(32).toString('base64url')}`;
const password = () => randomBytes(18).toString('hex');

const makers = {
  channelsPassword: password,
  routerPassword: password,
  slaPassword: password,
  gatewayPassword: password,
  serviceKeys: () => key('s1'),
  mailReplyKeys: () => key('m1'),
  fieldKey: () => key('f1'),
  visitorKeys: () => key('v1'),
  siteKey: () => randomBytes(32).toString('base64url'),
};

/** What the file lacks is added, so that a new secret needs no empty home. */
export function keepSecrets(file) {
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const [name, make] of Object.entries(makers)) kept[name] ??= make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return kept;
}
