#!/usr/bin/env node
/** Writes a CycloneDX bill of materials for each image (all without arguments), from the lock alone: .trunkline/sbom/<image>.cdx.json. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, '.trunkline/sbom');
/** The workspaces whose packages an image holds; as the Dockerfile installs them. */
const workspaces = {
  channels: ['@trunkline/channels'],
  router: ['@trunkline/router'],
  sla: ['@trunkline/sla'],
  gateway: ['@trunkline/gateway'],
  migrate: ['@trunkline/platform'],
  demo: ['@trunkline/channels', '@trunkline/widget'],
};

const asked = process.argv.slice(2);
const images = asked.length > 0 ? asked : Object.keys(workspaces);
mkdirSync(out, { recursive: true });
for (const image of images) {
  if (!workspaces[image]) fail(`${image} is no image: ${Object.keys(workspaces).join(', ')}`);
  const chosen = workspaces[image].flatMap((workspace) => ['-w', workspace]);
  const format = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const args = ['sbom', '--package-lock-only', '--omit', 'dev', ...format, ...chosen];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) fail(`npm sbom: ${stderr.trim()}`);
  const bill = JSON.parse(stdout);
  const unnamed = bill.components.filter((one) => !one.purl || !one.version);
  if (bill.bomFormat !== 'CycloneDX' || unnamed.length > 0)
    fail(`${image}: ${unnamed.length} components without a name or version`);
  writeFileSync(join(out, `${image}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`);
  process.stdout.write(`${image}: ${bill.components.length} components, CycloneDX ${bill.specVersion}\n`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
