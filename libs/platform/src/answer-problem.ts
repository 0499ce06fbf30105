/** Turns whatever a route throws into problem+json (RFC 9457) with a reason code and its sentence. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type ReasonCode, sayReason } from '@trunkline/contracts';
import { type Issue, isTransient, type ReasonValues, Refusal } from './errors.ts';
import { Log } from './log.ts';

/** The longest JSON body that a route reads, where it sets no limit of its own. */
export const bodyLimitBytes = 1024 * 1024;

const byStatus: Record<number, ReasonCode> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-large',
  429: 'too-many',
  503: 'try-again',
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<IncomingMessage>();
    const response = host.switchToHttp().getResponse<ServerResponse>();
    const refusal = asRefusal(error);
    if (refusal.code === 'went-wrong')
      this.log.error('a request failed', { error, method: request.method, path: request.url?.split('?')[0] });
    if (response.headersSent) return void response.end();
    const problem = problemOf(refusal, languageOf(request));
    if (problem.status === 503) response.setHeader('Retry-After', '1');
    response.writeHead(problem.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
  }
}

const typeOf = (code: string) => `https://trunkline.dev/problems/${code}`;
const titleOf = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

function problemOf(refusal: Refusal, language: 'en' | 'zh') {
  const { code, status, values, issues } = refusal;
  const detail = sayReason(code, language, values);
  return {
    type: typeOf(code),
    title: titleOf(code),
    status,
    reason: code,
    values,
    detail,
    ...(issues.length ? { issues: issues.map((issue) => sayIssue(issue, language)) } : {}),
  };
}

const sayIssue = (issue: Issue, language: 'en' | 'zh'): Issue =>
  issue.because ? { ...issue, message: sayReason(issue.because.code, language, issue.because.values) } : issue;

type FromBelow = { status?: unknown; message?: string; limit?: number; cause?: { limit?: number } };

/** What the frameworks below us refuse (no such route, broken JSON, too long) has a status and no reason of ours. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isTransient(error)) return new Refusal('try-again');
  const { status, message, limit, cause } = (error ?? {}) as FromBelow;
  const code = typeof status === 'number' ? byStatus[status] : undefined;
  if (!code) return new Refusal('went-wrong');
  return new Refusal(code, { values: valuesOf(code, message, limit ?? cause?.limit), status: status as number });
}

function valuesOf(code: ReasonCode, message = '', limit = bodyLimitBytes): ReasonValues {
  if (code === 'bad-request') return { detail: message };
  if (code === 'too-large') return { limit: `${Math.round(limit / 1024)} KiB` };
  return code === 'too-many' ? { seconds: 1 } : {};
}

/** Chinese where it is asked for before English; else English. */
function languageOf(request: IncomingMessage): 'en' | 'zh' {
  const [wanted] = /\b(en|zh)\b/.exec(request.headers['accept-language']?.toLowerCase() ?? '') ?? [];
  return wanted === 'zh' ? 'zh' : 'en';
}
