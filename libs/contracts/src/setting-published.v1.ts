/** `setting.published`: the last version of a policy, a staff record, a calendar. */
import { z } from 'zod';

/** Key `kind:name`; readers take only a higher version. The body's own contract follows from the kind. */
export const SettingPublishedV1 = z.object({
  kind: z.enum(['policy', 'staff', 'roster']),
  /** `default` for the policy, the person's id for staff, `<queue>:<date>` for the roster. */
  name: z.string(),
  version: z.int().positive(),
  body: z.unknown(),
});
export type SettingPublishedV1 = z.infer<typeof SettingPublishedV1>;
