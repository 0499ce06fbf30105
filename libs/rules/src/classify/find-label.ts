/** Finds a label of the taxonomy, with the first-level topic it stands under. */
import type { Label, PolicyV1 } from '@trunkline/contracts';

type Placed = { label: Label; topic: PolicyV1['taxonomy']['topics'][number] };
const built = new WeakMap<PolicyV1['taxonomy'], Map<string, Placed>>();

export function findLabel(code: string | null, policy: PolicyV1): Placed | undefined {
  if (code === null) return undefined;
  let byCode = built.get(policy.taxonomy);
  if (!byCode) {
    byCode = new Map(
      policy.taxonomy.topics.flatMap((topic) => topic.labels.map((label) => [label.code, { label, topic }])),
    );
    built.set(policy.taxonomy, byCode);
  }
  return byCode.get(code);
}
