/** A desk as a file: queues, calendars, departments, the policy's rest, people, shifts. `docs/run/as-code.md`. */
import { z } from 'zod';
import { patchOf, strictOf } from './patch-of.ts';
import { PolicyV1 } from './policy.v1.ts';
import { Code } from './policy-parts.ts';
import { StaffV1 } from './staff.v1.ts';

const { email, name, number, phone, role, language, groups, departments, skills, capacity, standards, active } =
  StaffV1.shape;

/**
 * A person, known by the e-mail. What is named is theirs as it stands here; what is not named stays as it is, and for
 * somebody new is empty. `languages` are skills: `zh: 5` is `lang-zh: 5`. Never a password: who is new gets a link.
 */
export const PersonInFile = z.strictObject({
  ...{ email, name: name.optional(), number: number.optional(), phone, role: role.optional() },
  ...{ language: language.optional(), groups: groups.optional(), departments, skills: skills.optional() },
  languages: z.record(z.string().regex(/^[a-z]{2,3}$/), z.int().min(1).max(5)).optional(),
  ...{ capacity: capacity.optional(), standards: standards.optional(), active: active.optional() },
});
export type PersonInFile = z.infer<typeof PersonInFile>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** A group's day, replaced as a whole. Times are the group's; one that ends before it begins ends the next day. */
export const DayInFile = z.strictObject({
  queue: Code,
  date: z.iso.date(),
  shifts: z.array(
    z.strictObject({ person: z.email(), from: Clock, to: Clock, supervises: z.boolean().default(false) }),
  ),
});
export type DayInFile = z.infer<typeof DayInFile>;

/** Parts of the policy that stand in the file by themselves. */
export const policyParts = ['queues', 'calendars', 'departments'] as const;

export type DeskFile = {
  trunkline: 1;
  policy?: Record<string, unknown>;
  queues?: PolicyV1['queues'];
  calendars?: Record<string, unknown>;
  departments?: PolicyV1['departments'];
  staff?: PersonInFile[];
  roster?: DayInFile[];
};

let made: z.ZodType<DeskFile> | undefined;

/** Made when it is asked for: only the command line reads such files. */
export function deskFileSchema(): z.ZodType<DeskFile> {
  const { queues, calendars, departments: ofPolicy, version: _, ...rest } = PolicyV1.shape;
  made ??= z.strictObject({
    trunkline: z.literal(1),
    policy: patchOf(z.object(rest)).optional(),
    queues: strictOf(queues).optional(),
    calendars: patchOf(calendars).optional(),
    departments: patchOf(ofPolicy).optional(),
    staff: z.array(PersonInFile).optional(),
    roster: z.array(DayInFile).optional(),
  }) as unknown as z.ZodType<DeskFile>;
  return made;
}

/** For editors. */
export function deskFileDocument(): unknown {
  const { $schema, ...made } = z.toJSONSchema(deskFileSchema(), { io: 'input', unrepresentable: 'any' });
  return { $schema, title: 'A Trunkline desk', ...made };
}
