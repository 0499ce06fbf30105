/** Who is on shift in one skill group on one day: the body of `setting.published` of kind `roster`. */
import { z } from 'zod';
import { AgentId } from './ids.ts';
import { Instant } from './parts.ts';

/** `supervises`: the supervisor on duty of the group for the time. A night shift stands on the day it begins. */
export const RosterShift = z.object({ agentId: AgentId, from: Instant, to: Instant, supervises: z.boolean() });
export type RosterShift = z.infer<typeof RosterShift>;

/** Its name among the settings is `<queue>:<date>`. */
export const RosterDayV1 = z.object({ queue: z.string(), date: z.iso.date(), shifts: z.array(RosterShift) });
export type RosterDayV1 = z.infer<typeof RosterDayV1>;
