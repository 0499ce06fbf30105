/** The one versioned document by which everything is decided (design §8). Schema here, default in `libs/rules`. */
import { z } from 'zod';
import { BothLanguages, Role, Standard, Urgency } from './parts.ts';

const Code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Local time of day, `09:00`; `24:00` is midnight at the day's end. */
const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const LocalDate = z.iso.date();
const Spans = z.array(z.tuple([LocalTime, LocalTime]));

/**
 * When the desk works. `hours`: spans of local time per weekday; `holidays` closed dates; `holidaysYearly`
 * (`MM-DD`) closed each year; `special` replaces a date's hours (make-up workdays too); `breaks` are taken out.
 * A calendar without any open time is refused.
 */
export const Calendar = z.object({
  tz: z.string(),
  hours: z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), Spans),
  holidays: z.array(LocalDate).default([]),
  holidaysYearly: z.array(z.string().regex(/^\d\d-\d\d$/)).default([]),
  special: z.record(LocalDate, Spans).default({}),
  breaks: z.record(LocalDate, Spans).default({}),
});
export type Calendar = z.infer<typeof Calendar>;

/** What a conversation may be about (`domain.md` §2). */
export const Kind = z.enum(['inquiry', 'incident', 'complaint-employee', 'complaint-event', 'suggestion', 'praise']);
export type Kind = z.infer<typeof Kind>;

/** A second-level label. `words`: any of them in the folded text speaks for the label; longer ones weigh more. */
export const Label = z.object({
  code: Code,
  name: BothLanguages,
  kind: Kind,
  stage: z.enum(['before-sale', 'during-sale', 'after-sale']),
  urgency: Urgency,
  /** 0 (a sentence answers it) to 10 (takes a specialist an hour); minutes of boost. */
  complexity: z.int().min(0).max(10),
  words: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }),
});
export type Label = z.infer<typeof Label>;

export const TaxonomyTopic = z.object({ code: Code, name: BothLanguages, labels: z.array(Label).min(1) });

export const Queue = z.object({
  code: Code,
  name: BothLanguages,
  /** How the group shares work (`domain.md` §3). */
  mode: z.enum(['even', 'by-ability', 'longest-idle', 'least-loaded']),
  /** Skills an agent must have, with the level; relaxed by the rings. */
  requires: z.record(Code, z.int().min(1).max(5)),
  calendar: Code,
  /** Standards that are assigned without being offered first. */
  direct: z.array(Standard),
  /** After this share of the first-response limit without an agent, the class widens: levels relax, then this queue. */
  widensTo: Code.nullable(),
});
export type Queue = z.infer<typeof Queue>;

/** The first that matches gives the queue; an absent field matches all. */
export const RoutingRule = z.object({
  standard: Standard.optional(),
  account: z.string().optional(),
  topic: Code.optional(),
  label: Code.optional(),
  kind: Kind.optional(),
  language: z.string().optional(),
  queue: Code,
});

/** Limits in seconds of open time; `weight` is what a conversation takes of an agent's capacity. */
export const StandardLimits = z.object({
  firstResponseSeconds: z.int().positive(),
  nextResponseSeconds: z.int().positive(),
  resolutionSeconds: z.int().positive(),
  ringSeconds: z.int().positive(),
  weight: z.int().positive(),
  /** Holds its room while the customer is to answer: yes where both sit there, no on mail and SMS. */
  holdsRoom: z.boolean(),
});

export const PolicyV1 = z.object({
  /** 0 is the default that ships with the code; the gateway publishes it as 1. */
  version: z.int().nonnegative(),
  desk: z.object({ name: BothLanguages, defaultLanguage: z.enum(['en', 'zh']) }),
  taxonomy: z.object({
    topics: z.array(TaxonomyTopic).min(1),
    /** Below this confidence a text stays `unclassified`: never a guess. */
    confidenceThreshold: z.number().min(0).max(1),
  }),
  /** Words that raise urgency whatever the label. */
  urgentWords: z.object({ high: z.array(z.string()), critical: z.array(z.string()) }),
  routing: z.object({ rules: z.array(RoutingRule), otherwise: Code }),
  queues: z.array(Queue).min(1),
  standards: z.record(Standard, StandardLimits),
  /** Minutes of waiting that each is worth (`domain.md` §2). */
  priority: z.object({
    urgency: z.record(Urgency, z.number()),
    vip: z.number(),
    complaint: z.number(),
    sensitive: z.number(),
    callBackAfterDrop: z.number(),
    nearLimit: z.number(),
    /** Together they never exceed this. */
    cap: z.number(),
  }),
  assignment: z.object({
    /** For staff records that name none. */
    defaultCapacity: z.int().positive(),
    missedOffersUntilAway: z.int().positive(),
    /** Share of the first-response limit after which the class widens. */
    widenAfterShare: z.number().min(0).max(1),
    /** How long a returning customer is kept for the former agent while that one is there. */
    preferredAgentSeconds: z.int().nonnegative(),
    /** How long after the last sign of life an agent counts as gone. */
    goneAfterSeconds: z.int().positive(),
  }),
  calendars: z.record(Code, Calendar),
  time: z.object({
    /** Share of a limit, in percent, after which it is warned of. */
    warnAtPercent: z.int().min(1).max(99),
    ladder: z.array(z.object({ level: z.int().positive(), role: Role, acknowledgeMinutes: z.int().positive() })).min(1),
    /** A solved conversation closes after this silence, by standard, in hours. */
    closeAfterSilenceHours: z.record(Standard, z.number().positive()),
  }),
  /** What customers are told, by key and language; `{desk}`, `{agent}`, `{number}`, `{subject}` are filled in. */
  texts: z.record(z.string(), BothLanguages),
});
export type PolicyV1 = z.infer<typeof PolicyV1>;
