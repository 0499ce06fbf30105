/** Makes the house's passwords and keys once, at random, and keeps them beside the rows they open, readable by us alone. */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  sealKeys: () => key('n1'),
  siteKey: () => randomBytes(32).toString('base64url'),
};

/** What the file lacks is added, so that a new secret needs no empty home; of two who make it, the first one counts. */
export function keepSecrets(file) {
  mkdirSync(dirname(file), { recursive: true });
  const kept = readSecrets(file);
  const missing = Object.keys(makers).filter((name) => !kept[name]);
  if (missing.length === 0) return kept;
  for (const name of missing) kept[name] = makers[name]();
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  if (missing.length < Object.keys(makers).length) renameSync(mine, file);
  else placeFirst(mine, file);
  return readSecrets(file);
}

const readSecrets = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

function placeFirst(mine, file) {
  try {
    linkSync(mine, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  rmSync(mine);
}
