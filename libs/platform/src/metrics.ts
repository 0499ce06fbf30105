/** Figures for Prometheus: made where they are counted, served at /metrics; asking for the same name twice gives the same. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const registry = new Registry();
type Shape = { name: string; help: string; labels?: string[] };

function once<M>(name: string, make: () => M): M {
  return (registry.getSingleMetric(name) as M | undefined) ?? make();
}

export function counter({ name, help, labels = [] }: Shape): Counter {
  return once(name, () => new Counter({ name, help, labelNames: labels, registers: [registry] }));
}

export function gauge({ name, help, labels = [] }: Shape): Gauge {
  return once(name, () => new Gauge({ name, help, labelNames: labels, registers: [registry] }));
}

/** Seconds; the buckets reach from a millisecond to ten seconds. */
export function stopwatch({ name, help, labels = [] }: Shape): Histogram {
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
  return once(name, () => new Histogram({ name, help, labelNames: labels, buckets, registers: [registry] }));
}

/** Milliseconds: each look wakes the process, also one that idles. */
const eventLoopMonitoringPrecision = 50;

/** Once per process: memory, CPU, event loop. */
export function measureProcess(): void {
  if (!registry.getSingleMetric('process_resident_memory_bytes'))
    collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision });
}

const beforeRead = new Set<() => Promise<void>>();

/** Runs before the figures are read; while it fails, they stay as they were. */
export function onScrape(run: () => Promise<void>): void {
  beforeRead.add(run);
}

export async function readMetrics(): Promise<{ type: string; text: string }> {
  await Promise.allSettled([...beforeRead].map((run) => run()));
  return { type: registry.contentType, text: await registry.metrics() };
}
