/** Ids of decisions and assignments, worked out from the step, so that a replay gives the same. UUIDv7 in shape. */

const tags = { decision: 0x8, assignment: 0x9 } as const;

/** `ordinal`: the how manieth id of this step. */
export function deriveId<Id extends string>(
  what: keyof typeof tags,
  step: { at: string; step: number },
  ordinal: number,
): Id {
  const ms = Date.parse(step.at).toString(16).padStart(12, '0');
  const low = (ordinal & 0xfff).toString(16).padStart(3, '0');
  const high = (ordinal >>> 12).toString(16).padStart(3, '0').slice(-3);
  const number = step.step.toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${low}-${tags[what].toString(16)}${high}-${number}` as Id;
}
