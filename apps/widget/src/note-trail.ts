/** Notes which pages of this site the visitor walked: in this browser alone, until they open the chat. */
import type { ChatTrail } from '@trunkline/contracts';

type Step = ChatTrail['steps'][number];
export type Trail = { referrer: string | null; visits: number; steps: Step[] };
export type NoteTrail = {
  read(): Trail;
  forget(steps: number): void;
  onStep(run: () => void): void;
  event(name: string, values?: Step['values']): void;
};

const most = 30;
const visitMs = 30 * 60_000;

/** `isOff`: the page wants no trail; then nothing is noted and nothing said. */
export function noteTrail(site: string, isOff: boolean): NoteTrail {
  const key = `trunkline.${site}.trail`;
  const runs = new Set<() => void>();
  let kept = readKept(key);
  const keep = (trail: Trail & { at: number }) => {
    kept = trail;
    try {
      localStorage.setItem(key, JSON.stringify(trail));
    } catch {} // a browser that forbids it notes for this page only
  };
  const add = (kind: Step['kind'], name: string | null = null, values: Step['values'] = {}) => {
    if (isOff) return;
    const now = Date.now();
    const isNew = now - kept.at > visitMs;
    const outside = document.referrer && new URL(document.referrer).host !== location.host ? document.referrer : null;
    const url = (location.origin + location.pathname + location.search).slice(0, 2000);
    const step = { at: new Date(now).toISOString(), kind, url, title: document.title.slice(0, 300), name, values };
    keep({
      referrer: (isNew ? outside : kept.referrer)?.slice(0, 2000) ?? null,
      visits: kept.visits + (isNew ? 1 : 0),
      steps: [...kept.steps, step].slice(-most),
      at: now,
    });
    for (const run of runs) run();
  };
  let last = location.href;
  const walked = () => {
    if (location.href === last) return;
    last = location.href;
    setTimeout(() => add('page'), 0); // the page names itself after it has moved
  };
  add('page');
  addEventListener('popstate', walked);
  (window as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', walked);
  return {
    read: () => kept,
    forget: (steps) => keep({ ...kept, steps: kept.steps.slice(steps) }),
    onStep: (run) => void runs.add(run),
    event: (name, values = {}) => add('event', String(name).slice(0, 100), values),
  };
}

function readKept(key: string): Trail & { at: number } {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (kept && Array.isArray(kept.steps)) return kept;
  } catch {}
  return { referrer: null, visits: 0, steps: [], at: 0 };
}
