/** What a policy is held against beside itself. */
import type { PolicyV1, StaffV1 } from '@trunkline/contracts';

/** What is known beside the document: without it the rules that need it stay silent. */
export type LintGiven = {
  staff?: readonly StaffV1[] | undefined;
  /** The policy that is in force: what is wrong with people there already does not stand in the way of another change. */
  inForce?: PolicyV1 | undefined;
  /** Codes of the notification targets that there are. */
  targets?: readonly string[] | undefined;
  /** Why a pattern cannot be used, or null: the engine for patterns is a package, and rules take none. */
  refusesPattern?: ((pattern: string) => string | null) | undefined;
};
