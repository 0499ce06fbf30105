/** What came back and why: our ids named in the raw bytes, and the words of the server that refused. */

const longestDetail = 500;

/** The mail that came back is quoted in whole or in part, so our own Message-ID is all we look for. */
export function namesOfOurs(raw: Buffer, domains: string[]): string[] {
  const text = raw.toString('latin1');
  const ids = text.matchAll(/<([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})@([a-z0-9.-]+)>/gi);
  const ours = [...ids]
    .filter(([, , host]) => domains.includes(host!.toLowerCase()))
    .map(([, id]) => id!.toLowerCase());
  return [...new Set(ours)].slice(0, 10);
}

/** The diagnostic line of a delivery report, or the first line that looks like a server's refusal. */
export function whyBounced(raw: Buffer, subject: string | null): string {
  const text = raw.toString('latin1').replace(/\r?\n[ \t]+/g, ' ');
  const [line] = /^Diagnostic-Code:[^\n]*/im.exec(text) ?? /^[^\n]*\b[45]\.\d{1,3}\.\d{1,3}\b[^\n]*/m.exec(text) ?? [];
  return (line?.replace(/^Diagnostic-Code:\s*(smtp;)?\s*/i, '').trim() || subject || 'no reason given').slice(
    0,
    longestDetail,
  );
}

/** A server that is still trying says so, and nothing has come back yet. */
export const isOnlyDelayed = (raw: Buffer) =>
  /^Action:\s*(delayed|relayed|delivered|expanded)\b/im.test(raw.toString('latin1')) &&
  !/^Action:\s*failed\b/im.test(raw.toString('latin1'));
