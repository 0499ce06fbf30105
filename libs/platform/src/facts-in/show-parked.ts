/** Turns a parked item into what a person reads: its bytes as text, nothing in it that could act. */
import type { ParkedRow, Service } from '@trunkline/contracts';
import type { ParkedItem } from './park.ts';

const shownBytes = 64 * 1024;

export function showParked(service: Service, item: ParkedItem): ParkedRow {
  const { consumer, because, detail, tries, parkedAt, takenInAt, raw } = item;
  return {
    ...{ service, consumer, detail, tries },
    because: { code: because, values: { detail } },
    id: `${service}:${item.id}`,
    parkedAt: parkedAt.toISOString(),
    takenInAt: takenInAt?.toISOString() ?? null,
    raw: makeVisible(raw.subarray(0, shownBytes).toString('utf8')).slice(0, shownBytes),
  };
}

/** Control characters, and marks that turn the direction of writing, become visible; line ends and tabs stay. */
function makeVisible(text: string): string {
  return text.replace(/[^\P{C}\n\r\t]/gu, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
