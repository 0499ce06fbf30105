/** Says of a target's answer whether it took the word; robots refuse with HTTP 200 and a code. Pure. */
import type { Because } from '@trunkline/contracts';
import type { WebKind } from './format-post.ts';
import type { Posted } from './post-out.ts';

export type Told =
  | { kind: 'sent' }
  /** `afterMs`: it asked for so much patience. */
  | { kind: 'again'; because: Because; afterMs: number }
  | { kind: 'failed'; because: Because };

/** What passes by itself: too many in a minute, or busy. Everything else is said once and shown. */
const passing: Record<'wecom' | 'dingtalk' | 'feishu', number[]> = {
  wecom: [-1, 45009, 45033],
  dingtalk: [-1, 130101, 302033, 410100],
  feishu: [11232, 11233, 99991400],
};

/** `hide`: what no log or screen may repeat, should the other side echo it. */
export function readAnswer(
  kind: WebKind,
  posted: Posted,
  { hide, now }: { hide: readonly string[]; now: number },
): Told {
  if (posted.kind === 'failed') {
    const { because } = posted;
    return posted.isPassing ? { kind: 'again', because, afterMs: 0 } : { kind: 'failed', because };
  }
  const { status, body } = posted;
  const afterMs = patience(posted.retryAfter, now);
  const detail = clean(body, hide);
  if (status >= 300 && status < 400)
    return { kind: 'failed', because: { code: 'target-redirects', values: { status } } };
  if (status < 200 || status >= 300) {
    const because: Because = { code: 'target-refused', values: { status, detail } };
    return isPassing(kind, status) ? { kind: 'again', because, afterMs } : { kind: 'failed', because };
  }
  if (kind === 'slack' || kind === 'webhook') return { kind: 'sent' };
  return readRobot(kind, { body, hide, afterMs });
}

/** A webhook that is broken for an hour may be mended within it; only `gone` is for good. */
function isPassing(kind: WebKind, status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429 || (kind === 'webhook' && status !== 410);
}

type RobotAnswer = { body: string; hide: readonly string[]; afterMs: number };

function readRobot(kind: 'wecom' | 'dingtalk' | 'feishu', { body, hide, afterMs }: RobotAnswer): Told {
  const said = readJson(body);
  const number = said?.errcode ?? said?.code ?? said?.StatusCode;
  if (typeof number !== 'number') return { kind: 'failed', because: { code: 'answer-not-understood', values: {} } };
  if (number === 0) return { kind: 'sent' };
  const detail = clean(String(said?.errmsg ?? said?.msg ?? said?.StatusMessage ?? ''), hide);
  const because: Because = { code: 'robot-refused', values: { number, detail } };
  const isBusy = passing[kind].includes(number) || /too many|too fast|frequency limit/i.test(detail);
  return isBusy ? { kind: 'again', because, afterMs } : { kind: 'failed', because };
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

const clean = (text: string, hide: readonly string[]): string =>
  hide
    .filter((secret) => secret.length > 3)
    .reduce((shown, secret) => shown.replaceAll(secret, '…'), text)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, 160)
    .trim();

/** `Retry-After`: seconds or a date; never longer than an hour. */
function patience(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : 0;
}
