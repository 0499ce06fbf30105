/** Reads a log from where it stood, or only its last lines. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

export function logSize(log) {
  return statSync(log, { throwIfNoEntry: false })?.size ?? 0;
}

export function readFrom(log, offset) {
  const size = logSize(log);
  const length = Math.min(Math.max(0, size - offset), 1024 * 1024);
  if (length === 0) return '';
  const file = openSync(log, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, length, size - length));
  } finally {
    closeSync(file);
  }
}

export function tailOf(log, lines = 15) {
  return readFrom(log, Math.max(0, logSize(log) - 16_384))
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => line.slice(0, 400))
    .join('\n');
}
