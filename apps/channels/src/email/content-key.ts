/** Tells a mail by what it is rather than by its number, for the day when a server renumbers its mailbox. */
import { createHash } from 'node:crypto';

/** Message-ID alone never decides: many mails have none, and different mails share one. */
export function contentKey(raw: Buffer): string {
  const end = Math.max(raw.indexOf('\r\n\r\n'), 0) || Math.max(raw.indexOf('\n\n'), 0);
  const header = raw
    .subarray(0, end)
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ');
  const said = ['message-id', 'from', 'date'].map((name) =>
    new RegExp(`^${name}:\\s*(.*)`, 'im').exec(header)?.[1]?.trim(),
  );
  const hash = createHash('sha256').update(JSON.stringify([...said, raw.length]));
  return hash.update(raw.subarray(end)).digest('hex');
}
