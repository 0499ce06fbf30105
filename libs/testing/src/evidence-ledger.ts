/** Writes what was sent and got, line by line and synced to the disk, so that no crash of a run can lose its evidence. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Got, Replied, Sent } from './evidence.ts';

type Line = { sent: Sent } | { acknowledged: { mark: string; at: string } } | { replied: Replied } | { got: Got };

export class EvidenceLedger {
  private readonly file: number;

  constructor(private readonly path: string) {
    this.file = openSync(path, 'a');
  }

  /** Before it is handed over: what was never noted can never be missed. */
  sent(sent: Sent): void {
    this.write({ sent });
  }

  acknowledged(mark: string): void {
    this.write({ acknowledged: { mark, at: new Date().toISOString() } });
  }

  replied(replied: Replied): void {
    this.write({ replied });
  }

  got(got: Got): void {
    this.write({ got });
  }

  close(): void {
    closeSync(this.file);
  }

  read(): { sent: Sent[]; replied: Replied[]; got: Got[] } {
    return readLedger(readFileSync(this.path, 'utf8'));
  }

  private write(line: Line): void {
    writeSync(this.file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.file);
  }
}

/** A line that a crash cut short is left out: what it would have said had not been promised to anybody yet. */
export function readLedger(text: string): { sent: Sent[]; replied: Replied[]; got: Got[] } {
  const sent = new Map<string, Sent>();
  const replied: Replied[] = [];
  const got: Got[] = [];
  for (const line of text.split('\n').flatMap(parseLine)) {
    if ('sent' in line && !sent.has(line.sent.mark)) sent.set(line.sent.mark, line.sent);
    if ('acknowledged' in line) {
      const item = sent.get(line.acknowledged.mark);
      if (item) item.acknowledgedAt ??= line.acknowledged.at;
    }
    if ('replied' in line) replied.push(line.replied);
    if ('got' in line) got.push(line.got);
  }
  return { sent: [...sent.values()], replied, got };
}

function parseLine(text: string): Line[] {
  try {
    return text === '' ? [] : [JSON.parse(text) as Line];
  } catch {
    return [];
  }
}
