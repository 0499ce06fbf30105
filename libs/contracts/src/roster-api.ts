/** Bodies of the routes about shifts: the roster, its CSV, and who is on duty. */
import { z } from 'zod';
import { Because } from './desk-api.ts';
import { AgentId } from './ids.ts';
import { Instant } from './parts.ts';
import { RosterDayV1, RosterShift } from './roster-day.v1.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

export const RosterDay = named('RosterDay', RosterDayV1.extend({ version: z.int() }));
export type RosterDay = z.infer<typeof RosterDay>;
export const RosterDays = named('RosterDays', z.object({ items: z.array(RosterDay) }));
export type RosterDays = z.infer<typeof RosterDays>;
export const RosterAsked = z.strictObject({ from: z.iso.date(), to: z.iso.date(), queue: z.string().optional() });
export type RosterAsked = z.infer<typeof RosterAsked>;
/** Replaces a group's day; `version` is the one that was looked at, 0 where there was none. */
export const NewRosterDay = named(
  'NewRosterDay',
  z.strictObject({ shifts: z.array(RosterShift).max(500), version: z.int() }),
);
export type NewRosterDay = z.infer<typeof NewRosterDay>;

/** CSV with a head line: `date,group,person,from,to,supervises`; person by staff number or e-mail, times in the group's zone. */
export const RosterFile = named(
  'RosterFile',
  z.strictObject({ text: z.string().min(1).max(5_000_000), dryRun: z.boolean().default(false) }),
);
export type RosterFile = z.infer<typeof RosterFile>;
export const RosterTaken = named(
  'RosterTaken',
  z.object({
    days: z.int(),
    shifts: z.int(),
    /** With any fault nothing is taken. `line` counts from 1, the head line included. */
    faults: z.array(
      z.object({
        line: z.int(),
        because: z.string(),
        value: z.string(),
        /** What the sentence of `because` is filled with. */
        values: Because.shape.values.optional(),
      }),
    ),
  }),
);
export type RosterTaken = z.infer<typeof RosterTaken>;

/** Who would be told now, by group: the supervisors on duty and, of them, who is signed in. */
export const DutyRow = named(
  'DutyRow',
  z.object({
    queue: z.string(),
    onDuty: z.array(AgentId),
    there: z.array(AgentId),
    onShift: z.array(AgentId),
    until: Instant.nullable(),
    /** `standing`: no roster for this group, so everybody of the role who is signed in counts as on duty. */
    by: z.enum(['roster', 'standing']),
  }),
);
export type DutyRow = z.infer<typeof DutyRow>;
export const DutyRows = named('DutyRows', z.object({ items: z.array(DutyRow) }));
export type DutyRows = z.infer<typeof DutyRows>;
