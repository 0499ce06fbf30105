/** Finds alerts without an entry in the runbook, entries without their alert, figures that no service has, and ones that no page explains. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** prom-client's own, made by `measureProcess`, and what Prometheus itself knows of a target. */
const notOurs = /^(up|process_|nodejs_)/;

export function matchAlerts(root) {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const alerts = [...read('k8s/trunkline/files/alerts.yaml').matchAll(/^- alert: (\w+)$/gm)].map(([, name]) => name);
  const entries = [...read('docs/run/runbook.md').matchAll(/<a id="(trunkline\w+)"><\/a>/g)].map(([, id]) => id);
  const ids = alerts.map((name) => name.toLowerCase());
  const made = findMetrics(root);
  const asked = new Set();
  const boards = readdirSync(join(root, 'k8s/trunkline/dashboards'));
  for (const path of [
    'k8s/trunkline/files/alerts.yaml',
    'k8s/trunkline/templates/scaling.yaml',
    ...boards.map((one) => `k8s/trunkline/dashboards/${one}`),
  ])
    for (const [, name] of read(path).matchAll(/\b([a-z]+(?:_[a-z0-9]+)+|up)\{/g))
      asked.add(name.replace(/_bucket$/, ''));
  return [
    ...alerts
      .filter((name) => !entries.includes(name.toLowerCase()))
      .map((name) => `${name} has no entry in the runbook`),
    ...entries.filter((id) => !ids.includes(id)).map((id) => `the runbook tells of ${id}, which is no alert`),
    ...[...asked]
      .filter((name) => !made.has(name) && !notOurs.test(name))
      .map((name) => `no service has the figure ${name}`),
    ...[...made]
      .filter((name) => !isExplained(read('docs/run/README.md'), name))
      .map((name) => `docs/run/README.md says nothing of ${name}`),
  ];
}

/** By its whole name, or by its ending beside others of its kind: `trunkline_outbox_waiting`, `_age_seconds`. */
const isExplained = (page, name) =>
  page.includes(`\`${name}`) || [...page.matchAll(/`(_[a-z_]+)/g)].some(([, ending]) => name.endsWith(ending));

function findMetrics(root) {
  const names = new Set();
  for (const room of ['libs/platform/src', 'apps/channels/src', 'apps/router/src', 'apps/sla/src', 'apps/gateway/src'])
    for (const file of readdirSync(join(root, room), { recursive: true })) {
      if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
      for (const [, name] of readFileSync(join(root, room, file), 'utf8').matchAll(/name: '(trunkline_[a-z_]+)'/g))
        names.add(name);
    }
  return names;
}
