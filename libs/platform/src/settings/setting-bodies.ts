/** The contract of each kind of setting. */
import { PolicyV1, RosterDayV1, type SettingPublishedV1, StaffV1 } from '@trunkline/contracts';
import type { z } from 'zod';

export const settingBodies = {
  policy: PolicyV1,
  staff: StaffV1,
  roster: RosterDayV1,
} satisfies Record<SettingPublishedV1['kind'], z.ZodType>;
