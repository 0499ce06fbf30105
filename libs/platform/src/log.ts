/** What the house writes down: JSON lines with a sentence and fields; no bodies, no secrets, no message text. */
import { Injectable, type LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { traceparent } from './trace.ts';

export type LogFields = Record<string, unknown> & { error?: unknown };

/** `to` is stdout where it is not given. */
export type LogOptions = { service: string; instance: string; level: string; to?: DestinationStream };

const secrets = ['password', 'token', 'authorization', 'cookie', 'secret', 'text', 'body', 'html', 'raw'];

@Injectable()
export class Log {
  private readonly pino: Logger;

  constructor(options: LogOptions) {
    const settings: LoggerOptions = {
      level: options.level,
      base: { service: options.service, instance: options.instance },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '…' },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    };
    this.pino = options.to ? pino(settings, options.to) : pino(settings);
  }

  debug = (sentence: string, fields: LogFields = {}) => this.write('debug', sentence, fields);
  info = (sentence: string, fields: LogFields = {}) => this.write('info', sentence, fields);
  warn = (sentence: string, fields: LogFields = {}) => this.write('warn', sentence, fields);
  error = (sentence: string, fields: LogFields = {}) => this.write('error', sentence, fields);

  private write(level: 'debug' | 'info' | 'warn' | 'error', sentence: string, fields: LogFields): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const { error, ...rest } = fields;
    const trace = traceparent()?.split('-')[1];
    this.pino[level](
      { ...rest, ...(error === undefined ? {} : sayError(error)), ...(trace ? { trace } : {}) },
      sentence,
    );
  }
}

/** A database error carries its parameters, and they carry what customers wrote: only name, sentence, code and place. */
function sayError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { failure: String(error) };
  const code = (error as { code?: unknown }).code;
  return { failure: error.message, kind: error.name, ...(code ? { code } : {}), stack: error.stack };
}

/** Nest's own words go the same way; its start-up lines only when somebody debugs. */
export function logForNest(log: Log): LoggerService {
  const fields = (rest: unknown[]) => ({ from: typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined });
  return {
    log: (message, ...rest) => log.debug(String(message), fields(rest)),
    debug: (message, ...rest) => log.debug(String(message), fields(rest)),
    verbose: (message, ...rest) => log.debug(String(message), fields(rest)),
    warn: (message, ...rest) => log.warn(String(message), fields(rest)),
    error: (message, ...rest) =>
      log.error(String(message), { ...fields(rest), error: message instanceof Error ? message : undefined }),
    fatal: (message, ...rest) => log.error(String(message), fields(rest)),
  };
}
