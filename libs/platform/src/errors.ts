/** What can go wrong, and for each whether trying again helps: it is always stated. */
import { type Because, type Reason, type ReasonCode, reasons } from '@trunkline/contracts';

export type ReasonValues = Record<string, string | number>;
/** A place in a body that was refused; with a reason code its sentence is said in the caller's language. */
export type Issue = { path: string; message: string; because?: Because };

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

export type ErrorClass = 'transient' | 'permanent' | 'unclassified';
type Known = {
  name?: string;
  code?: unknown;
  driverError?: { code?: unknown };
  message?: string;
  retryable?: unknown;
  cause?: unknown;
};

/** Postgres: no connection, contention, no resources, shut down or cancelled; a lock that was not free. */
const transientSqlState = /^(08|40001|40P01|53|57|55P03)/;
/** Bad values, broken constraints, wrong SQL or rights: the same each time. */
const permanentSqlState = /^(21|22|23|42|44)/;
const brokenSocket = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR)/;
const brokenConnection =
  /Connection terminated|timeout exceeded when trying to connect|client has encountered a connection/i;
/** The last: TypeORM took the broken connection away while a transaction was open. */
const transientName = /^(TimeoutError|QueryRunnerAlreadyReleasedError)$/;
const permanentName = /^(ZodError|TypeError|SyntaxError|RangeError|ReferenceError)$/;

/** The SQLSTATE of a Postgres error, or the code of a socket's. */
export function codeOf(error: unknown): string | undefined {
  const { code, driverError } = (error ?? {}) as Known;
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}

/** `transient`: the same again may succeed. `permanent`: never. `unclassified`: nobody has given it a class yet (promises A4). */
export function classOfError(error: unknown): ErrorClass {
  const { retryable, message = '', name = '', cause } = (error ?? {}) as Known;
  if (typeof retryable === 'boolean') return retryable ? 'transient' : 'permanent';
  const code = codeOf(error) ?? '';
  if (transientSqlState.test(code) || brokenSocket.test(code)) return 'transient';
  if (transientName.test(name) || brokenConnection.test(message)) return 'transient';
  if (permanentSqlState.test(code)) return 'permanent';
  if (cause && cause !== error) return classOfError(cause);
  return permanentName.test(name) ? 'permanent' : 'unclassified';
}

export const isTransient = (error: unknown): boolean => classOfError(error) === 'transient';
