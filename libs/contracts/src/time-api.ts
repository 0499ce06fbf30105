/** Bodies of the routes about time: what is late or soon late, the probe of limits, promises kept, holidays. */
import { z } from 'zod';
import { DeadlineWorking, pageOf } from './desk-api.ts';
import { AgentId, ClockId, ConversationId } from './ids.ts';
import { Instant, Standard, Urgency } from './parts.ts';
import { Calendar, ClockKind, Kind, PolicyV1 } from './policy.v1.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** `GET /v1/deadlines?state=late,soon&queue=`: clocks that run, the most urgent first. */
export const DeadlineRow = named(
  'DeadlineRow',
  z.object({
    clockId: ClockId,
    conversationId: ConversationId,
    policy: ClockKind,
    limit: z.string(),
    limitSeconds: z.number(),
    queue: z.string(),
    standard: Standard,
    agentId: AgentId.nullable(),
    /** `soon`: warned of, or late by forecast. */
    state: z.enum(['late', 'soon']),
    startedAt: Instant,
    dueAt: Instant,
    warnedAt: Instant.nullable(),
    missedAt: Instant.nullable(),
    forecastAt: Instant.nullable(),
    /** The customer was told of a delay at this instant, with this new time. */
    toldAt: Instant.nullable(),
    newTime: Instant.nullable(),
  }),
);
export type DeadlineRow = z.infer<typeof DeadlineRow>;
export const DeadlinePage = named('DeadlinePage', pageOf(DeadlineRow));
export type DeadlinePage = z.infer<typeof DeadlinePage>;

/** What would this conversation get? `policy` absent: the one in force. */
export const LimitProbe = named(
  'LimitProbe',
  z.strictObject({
    policy: PolicyV1.optional(),
    at: Instant,
    standard: Standard,
    queue: z.string(),
    account: z.string().optional(),
    label: z.string().nullable().default(null),
    kind: Kind.optional(),
    urgency: Urgency.default('normal'),
    tiers: z.array(z.string()).default([]),
  }),
);
export type LimitProbe = z.infer<typeof LimitProbe>;
export const ProbedLimit = named(
  'ProbedLimit',
  z.object({
    clock: ClockKind,
    limit: z.string(),
    seconds: z.number().nullable(),
    workingDays: z.int().nullable(),
    calendar: z.string(),
    warnAt: Instant.nullable(),
    dueAt: Instant,
    working: z.array(DeadlineWorking),
    /** Other limits that match, and when they would be due. */
    others: z.array(z.object({ limit: z.string(), dueAt: Instant })),
  }),
);
export type ProbedLimit = z.infer<typeof ProbedLimit>;
export const ProbedLimits = named('ProbedLimits', z.object({ items: z.array(ProbedLimit) }));
export type ProbedLimits = z.infer<typeof ProbedLimits>;

/** `GET /v1/reports/limits?from=&to=`: of the clocks that ended in the span, how many in time. */
export const LimitsReport = named(
  'LimitsReport',
  z.object({
    items: z.array(
      z.object({
        clock: ClockKind,
        limit: z.string(),
        queue: z.string(),
        met: z.int(),
        missed: z.int(),
        /** Share of the limit used by those that were met, at the median. */
        medianShare: z.number().nullable(),
      }),
    ),
    promises: z.object({ kept: z.int(), broken: z.int(), open: z.int() }),
    notices: z.object({ told: z.int(), inTime: z.int(), newTimeKept: z.int(), newTimeBroken: z.int() }),
  }),
);
export type LimitsReport = z.infer<typeof LimitsReport>;

/** `GET /v1/holidays?country=CN&state=&year=2027&language=zh`, and what an imported calendar file gave. */
export const Holiday = named(
  'Holiday',
  z.object({
    date: z.iso.date(),
    name: z.string(),
    /** `work`: a make-up workday, where the file says so. */
    kind: z.enum(['closed', 'half-day', 'observance', 'work']),
  }),
);
export type Holiday = z.infer<typeof Holiday>;
export const Holidays = named(
  'Holidays',
  z.object({
    items: z.array(Holiday),
    faults: z.array(z.string()).default([]),
    /** Without a country: which there are; with one: its states. */
    places: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
  }),
);
export type Holidays = z.infer<typeof Holidays>;
export const HolidaysAsked = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .optional(),
  state: z
    .string()
    .regex(/^[A-Za-z0-9-]{0,12}$/)
    .optional(),
  year: z.coerce.number().int().min(1970).max(2100).optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z]{2,4})?$/)
    .optional(),
});
export type HolidaysAsked = z.infer<typeof HolidaysAsked>;
export const HolidayFile = named('HolidayFile', z.strictObject({ text: z.string().min(1).max(1_000_000) }));
export type HolidayFile = z.infer<typeof HolidayFile>;
export type HolidaysOfCalendar = Pick<Calendar, 'holidays' | 'special'>;
