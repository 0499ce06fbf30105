/** Whether something of the policy is for a matter: of each that it names, the very one; naming nothing, for none or all. */
import type { ForMatter } from '@trunkline/contracts';

export type MatterOf = { topic: string | null; label: string | null; kind: string | null };

/** True where `when` names nothing: who asks says what that means. */
export const isAbout = (when: ForMatter, matter: MatterOf): boolean =>
  Object.entries(when).every(([name, value]) => value === undefined || matter[name as keyof MatterOf] === value);
