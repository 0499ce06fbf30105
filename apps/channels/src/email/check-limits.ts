/** Finds, before anything is parsed, what would make a parser toil: limits of size, parts, depth and recipients. */

export const mailLimits = {
  bytes: 25 * 1024 * 1024,
  headerBytes: 256 * 1024,
  parts: 100,
  depth: 20,
  recipients: 1_000,
};

/** The first limit that is broken, as a person reads it; null where none is. */
export function checkLimits(raw: Buffer): string | null {
  if (raw.length > mailLimits.bytes) return `${mailLimits.bytes / 1024 / 1024} MiB a mail`;
  const headerEnd = endOfHeader(raw);
  if (headerEnd > mailLimits.headerBytes) return `${mailLimits.headerBytes / 1024} KiB of header`;
  const header = raw.subarray(0, headerEnd).toString('latin1');
  if (countRecipients(header) > mailLimits.recipients) return `${mailLimits.recipients} recipients`;
  const boundaries = findBoundaries(raw);
  if (boundaries.length > mailLimits.depth) return `${mailLimits.depth} levels of parts`;
  if (countParts(raw, boundaries) > mailLimits.parts) return `${mailLimits.parts} parts`;
  return null;
}

function endOfHeader(raw: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => raw.indexOf(end)).filter((at) => at >= 0);
  return ends.length > 0 ? Math.min(...ends) : raw.length;
}

function countRecipients(header: string): number {
  const lists = header.match(/^(?:to|cc|bcc):.*(?:\r?\n[ \t].*)*/gim) ?? [];
  return lists.reduce((sum, list) => sum + list.split(/[,;]/).length, 0);
}

/** Distinct boundaries bound the depth: a level needs one of its own. */
function findBoundaries(raw: Buffer): string[] {
  const found = new Set<string>();
  for (
    let at = raw.indexOf('oundary');
    at >= 0 && found.size <= mailLimits.depth;
    at = raw.indexOf('oundary', at + 7)
  ) {
    const [, quoted, bare] =
      /^oundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/.exec(raw.subarray(at, at + 256).toString('latin1')) ??
      [];
    if (quoted ?? bare) found.add((quoted ?? bare)!);
  }
  return [...found];
}

function countParts(raw: Buffer, boundaries: string[]): number {
  let parts = 0;
  for (const boundary of boundaries) {
    const mark = `\n--${boundary}`;
    for (let at = raw.indexOf(mark, 0, 'latin1'); at >= 0 && parts <= 2 * mailLimits.parts; ) {
      parts += 1;
      at = raw.indexOf(mark, at + mark.length, 'latin1');
    }
    parts -= 1; // its end mark
  }
  return parts;
}
