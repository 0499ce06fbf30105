#!/usr/bin/env node
/** Plays desks of several sizes at several loads on the product's own simulator; keeps the waits that `docs/growth.md` draws. */
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const curvesFile = join(root, 'tools/docs/growth-curves.json');

export const seed = 20261124;
export const loads = [0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98];
/** The larger the desk, the sooner it shows what it settles to. */
export const desks = [
  { agents: 10, days: 10, hours: 24 },
  { agents: 100, days: 1, hours: 10 },
  { agents: 1_000, days: 1, hours: 3 },
];
const handlingSeconds = 600;
const startsAt = Date.UTC(2026, 0, 5);
/** The desk begins empty: what its first hour shows is not the load's. */
const warmMs = 3_600_000;

/** Seconds waited until taken by somebody, at a share of what the desk can hold; everybody can do everything, nobody leaves. */
export async function simulateDesk({ agents, days, hours }, load) {
  const { defaultPolicy, drawScript, seeded, simulateDay, usualDay } = await import(
    join(root, 'libs/rules/dist/index.js')
  );
  const [usual] = usualDay([defaultPolicy]).shifts;
  const { capacity } = usual.record;
  const places = agents * Math.floor(capacity / defaultPolicy.standards.chat.weight);
  const perHour = Array.from({ length: 24 }, (_, hour) =>
    hour < hours ? (load * places * 3_600) / handlingSeconds : 0,
  );
  const profile = {
    tz: 'UTC',
    flows: [
      {
        standard: 'chat',
        account: '',
        language: 'en',
        label: null,
        perHour,
        handlingSeconds,
        handlingSpread: 1,
        patienceSeconds: null,
      },
    ],
    shifts: Array.from({ length: agents }, (_, at) => ({ record: personOf(usual.record, at), from: 0, to: 1440 })),
    acceptSeconds: 4,
    missedShare: 0.02,
  };
  const script = drawScript({ profile, policy: defaultPolicy, startsAt, days, random: seeded(seed) });
  const { book } = simulateDay(script, defaultPolicy, startsAt);
  const waited = book.waits
    .filter(({ since, end }) => end?.how === 'taken' && since > startsAt + warmMs)
    .map(({ since, end }) => (end.at - since) / 1_000)
    .sort((a, b) => a - b);
  const at = (share) => waited[Math.min(waited.length - 1, Math.ceil(share * waited.length) - 1)];
  const mean = waited.reduce((sum, one) => sum + one, 0) / waited.length;
  return { load, places, came: waited.length, mean: round(mean), p95: round(at(0.95)) };
}

const round = (value) => Math.round(value * 10) / 10;
const personOf = (record, at) => ({
  ...record,
  id: `00000000-0000-7000-8a00-${String(at + 1).padStart(12, '0')}`,
  email: `agent-${at + 1}@desk.example`,
  name: `Agent ${at + 1}`,
  number: String(at + 1),
  phone: String(at + 1),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const curves = [];
  for (const desk of desks) {
    const points = [];
    for (const load of loads) points.push(await simulateDesk(desk, load));
    curves.push({ agents: desk.agents, points });
    console.log(desk.agents, points.map(({ load, mean, p95 }) => `${load}: ${mean}/${p95}`).join('  '));
  }
  writeFileSync(curvesFile, `${JSON.stringify({ seed, handlingSeconds, curves }, null, 2)}\n`);
}
