/** What can go wrong, and for each whether trying again helps: it is always stated. */
import { type Reason, type ReasonCode, reasons } from '@trunkline/contracts';
import { classifyFailure } from './kafka/classify-failure.ts';

export type ReasonValues = Record<string, string | number>;
export type Issue = { path: string; message: string };

/** A no with its reason code; over HTTP it becomes problem+json. */
export class Refusal extends Error {
  readonly code: ReasonCode;
  readonly values: ReasonValues;
  readonly status: number;
  readonly issues: Issue[];
  readonly retryable: boolean;

  constructor(code: ReasonCode, more: { values?: ReasonValues; status?: number; issues?: Issue[] } = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.values = more.values ?? {};
    this.status = more.status ?? (reasons[code] as Reason).http ?? 409;
    this.issues = more.issues ?? [];
    this.retryable = this.status === 503 || this.status === 429;
  }
}

export function refuse(code: ReasonCode, values?: ReasonValues): never {
  throw new Refusal(code, values ? { values } : {});
}

/** Trying again helps: somebody is away, or two got in each other's way. */
export class TransientError extends Error {
  readonly retryable = true;
}

/** Trying again never helps. `because` is the reason it is parked with. */
export class PermanentError extends Error {
  readonly retryable = false;
  readonly because: ReasonCode;
  constructor(message: string, because: ReasonCode = 'handling-failed') {
    super(message);
    this.because = because;
  }
}

/** The lease went to another meanwhile: the transaction must not commit, and what is known here is stale. */
export class Fenced extends Error {
  readonly retryable = false;
  constructor(lease: string) {
    super(`the lease ${lease} is held by another now`);
  }
}

/** The same again may succeed (promises A4). */
export const isTransient = (error: unknown): boolean => classifyFailure(error) === 'transient';
