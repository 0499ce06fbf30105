#!/usr/bin/env node
/** Writes the pages that say what the built code says; with `--check` it writes nothing and names those that are stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeChannels } from './docs/describe-channels.mjs';
import { describeGrowth } from './docs/describe-growth.mjs';
import { describeExample, describeSettings } from './docs/describe-settings.mjs';
import { describeSizing } from './docs/describe-sizing.mjs';
import { drawCurves } from './docs/draw-curves.mjs';
import { explainChannel } from './docs/explain-channel.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const built = ['libs/platform/dist/config.js', 'apps/channels/dist/channels.js', 'apps/gateway/dist/config.js'];
const missing = built.filter((file) => !existsSync(join(root, file)));
if (missing.length > 0) {
  console.error(`not built yet (${missing.join(', ')}): npm run build`);
  process.exit(1);
}

const load = (file) => import(join(root, file));
const { describeConfig, platformConfig, topicsConfig } = await load('libs/platform/dist/config.js');
const { channels } = await load('apps/channels/dist/channels.js');
const specs = {};
for (const service of ['channels', 'router', 'sla', 'gateway'])
  specs[service] = (await load(`apps/${service}/dist/config.js`))[`${service}Config`];

const groups = groupSettings();
const curves = JSON.parse(readFileSync(join(root, 'tools/docs/growth-curves.json'), 'utf8'));
const pages = {
  '.env.example': describeExample(groups, describeConfig),
  'docs/run/settings.md': describeSettings(groups),
  'docs/channels.md': describeChannels(channels, root),
  'docs/add-a-channel.md': explainChannel(root),
  'docs/growth.md': describeGrowth(curves),
  'docs/pictures/growth.svg': drawCurves(curves),
  'docs/run/sizing.md': describeSizing(),
};

/** Every variable once: what all services have, then what only one has, then each channel's own. */
function groupSettings() {
  const ofChannels = Object.assign({}, ...channels.map(({ config }) => config.variables));
  const own = (spec) =>
    Object.fromEntries(Object.entries(spec).filter(([name]) => !(name in platformConfig) && !(name in ofChannels)));
  return [
    { title: 'Every service', variables: platformConfig },
    { title: 'Only what makes the topics', variables: own(topicsConfig) },
    ...Object.entries(specs).map(([service, spec]) => ({ title: `Only ${service}`, variables: own(spec) })),
    ...channels.map(({ label, config }) => ({ title: `Channel: ${label.en}`, variables: config.variables })),
  ].filter(({ variables }) => Object.keys(variables).length > 0);
}

const isCheck = process.argv.includes('--check');
const stale = [];
for (const [file, made] of Object.entries(pages)) {
  const path = join(root, file);
  // A default that lies in this folder is said from here, wherever the folder lies.
  const text = made.replaceAll(`${root}/`, '');
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale.push(file);
  if (isCheck) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
if (isCheck && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}. Run node tools/write-docs.mjs and read the difference.`);
  process.exit(1);
}
console.log(stale.length > 0 ? `written: ${stale.join(', ')}` : 'every page is up to date');
