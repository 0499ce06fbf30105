/** The one versioned document by which everything is decided (design §8). Schema here, default in `libs/rules`. */
import { z } from 'zod';
import { AgentId } from './ids.ts';
import { BothLanguages, Protected, Role, Standard, Urgency } from './parts.ts';
import { AskedField, Code, Kind } from './policy-parts.ts';
import {
  BrokenOffPolicy,
  CallBacksPolicy,
  CannedAnswer,
  ClosingPolicy,
  ComplaintsPolicy,
  Department,
  Form,
  Macro,
  QuestionTree,
  TicketsPolicy,
  TransferPolicy,
  WrapUpRule,
} from './procedures.v1.ts';

export { AskedField, Kind } from './policy-parts.ts';

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
  /** What a holiday or make-up workday is called, by its date, or by `MM-DD` where it comes each year. */
  names: z.record(z.string().regex(/^(\d{4}-)?\d\d-\d\d$/), z.string().min(1)).optional(),
});
export type Calendar = z.infer<typeof Calendar>;

/** What makes a matter sensitive (`domain.md` §2). */
export const SignKind = z.enum([
  'tends-to-complain',
  'may-leave',
  'unsatisfied-again',
  'many-report-it',
  'rare-and-costly',
  'in-the-media',
]);
export type SignKind = z.infer<typeof SignKind>;

const Texts = z.object({ en: z.array(z.string()).default([]), zh: z.array(z.string()).default([]) });

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
  /** Texts of the desk's own that are about it; the classifier learns from them beside those that ship. */
  examples: Texts.default({ en: [], zh: [] }),
});
export type Label = z.infer<typeof Label>;

/** Names the matter before the classifier is asked: the first that matches. Patterns are RE2: linear in the text. */
export const LabelRule = z
  .object({ label: Code, words: z.array(z.string().min(1)).min(1).optional(), pattern: z.string().max(500).optional() })
  .refine((rule) => rule.words || rule.pattern, 'words or a pattern');
export type LabelRule = z.infer<typeof LabelRule>;

export const TaxonomyTopic = z.object({ code: Code, name: BothLanguages, labels: z.array(Label).min(1) });

/** Minutes of waiting that each is worth (`domain.md` §2). */
export const PriorityMinutes = z.object({
  urgency: z.record(Urgency, z.number().nonnegative()),
  vip: z.number().nonnegative(),
  complaint: z.number().nonnegative(),
  sensitive: z.number().nonnegative(),
  callBackAfterDrop: z.number().nonnegative(),
  nearLimit: z.number().nonnegative(),
  /** Together they never exceed this. */
  cap: z.number().nonnegative(),
});

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
  /** Takes nothing more; opening hours that only archived queues keep are closed. */
  archived: z.boolean().default(false),
  /** Minutes of boost of its own, instead of the policy's. */
  priority: PriorityMinutes.partial().default({}),
  /** Instead of the policy's. */
  wrapUp: WrapUpRule.optional(),
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

/**
 * What is timed. `agent-silence`: one who has it and is owed nothing but an answer says nothing; `accept`: it rings and
 * nobody takes it; `promise`: what a complainant was promised; `delay-promise`: the new time a delay notice named;
 * the last three bring something about instead of being missed.
 */
export const ClockKind = z.enum([
  'first-response',
  'next-response',
  'resolution',
  'agent-silence',
  'accept',
  'promise',
  'delay-promise',
  'follow-up',
  'survey',
  'auto-close',
]);
export type ClockKind = z.infer<typeof ClockKind>;

/** A limit beside those of the standards: of all that match, the one that is due first counts. Absent: matches all. */
export const TimeLimit = z
  .object({
    code: Code,
    clock: ClockKind,
    when: z
      .object({
        standard: Standard,
        account: z.string(),
        queue: Code,
        topic: Code,
        label: Code,
        kind: Kind,
        /** Severity: of a ticket its own, else the urgency that was judged. */
        urgency: Urgency,
        /** The customer's: `vip`, or a tag. */
        tier: z.string(),
      })
      .partial()
      .default({}),
    /** Of open time; or the same local time so many working days later. */
    seconds: z.int().positive().optional(),
    workingDays: z.int().positive().optional(),
    /** Instead of the channel's and the queue's. */
    calendar: Code.optional(),
  })
  .refine(
    ({ seconds, workingDays }) => (seconds === undefined) !== (workingDays === undefined),
    'seconds or workingDays',
  );
export type TimeLimit = z.infer<typeof TimeLimit>;

/** What brings a matter onto the ladder (`domain.md` §6). */
export const Trigger = z.enum([
  'limit-missed',
  'limit-near',
  'complaint',
  'repeated',
  'beyond-ability',
  'publicity',
  'sensitive',
  'delay-told-enough',
]);
export type Trigger = z.infer<typeof Trigger>;

/** One level: a role, or one named person; within `pagedWhile` (a calendar) only, where it is given. */
export const LadderLevel = z
  .object({
    level: z.int().positive(),
    role: Role.optional(),
    agentId: AgentId.optional(),
    acknowledgeMinutes: z.int().positive(),
    /** Outside this calendar is quiet: the next level is told instead, unless the trigger wakes people. */
    pagedWhile: Code.nullable().default(null),
    /** Codes of notification targets that hear of it too. */
    notify: z.array(Code).default([]),
  })
  .refine(({ role, agentId }) => (role === undefined) !== (agentId === undefined), 'a role or a person');
export type LadderLevel = z.infer<typeof LadderLevel>;

export const PolicyV1 = z.object({
  /** 0 is the default that ships with the code; the gateway publishes it as 1. */
  version: z.int().nonnegative(),
  desk: z.object({ name: BothLanguages, defaultLanguage: z.enum(['en', 'zh']) }),
  taxonomy: z.object({
    topics: z.array(TaxonomyTopic).min(1),
    /** Below this confidence a text stays `unclassified`: never a guess. */
    confidenceThreshold: z.number().min(0).max(1),
    rules: z.array(LabelRule).default([]),
  }),
  /** Skills by name; staff records say who has which, at what level. */
  skills: z.array(z.object({ code: Code, name: BothLanguages })).default([]),
  /** How a sensitive matter shows itself; people's marks come beside it and are never taken back by it. */
  signs: z
    .object({
      /** In the folded text any of them is a sign of its kind. */
      words: z.partialRecord(SignKind, Texts).default({}),
      /** An amount of money in the text from here on is costly; null: amounts say nothing. */
      costlyFrom: z.number().positive().nullable().default(null),
      /** Tags of a customer that say they work in news or media. */
      mediaTags: z.array(z.string()).default([]),
      /** So many contacts on the same matter, each unsatisfied, are a sign; same by label within so many days. */
      unsatisfiedContacts: z.int().min(2).default(3),
      sameMatterDays: z.int().positive().default(30),
      /** Many similar in a short time: at least so many in the last window, so many times the usual, over rising windows. */
      spike: z
        .object({
          windowMinutes: z.int().positive(),
          atLeast: z.int().positive(),
          timesUsual: z.number().positive(),
          risingWindows: z.int().min(2),
        })
        .default({ windowMinutes: 10, atLeast: 8, timesUsual: 3, risingWindows: 3 }),
    })
    .prefault({}),
  /** Words that raise urgency whatever the label. */
  urgentWords: z.object({ high: z.array(z.string()), critical: z.array(z.string()) }),
  routing: z.object({ rules: z.array(RoutingRule), otherwise: Code }),
  queues: z.array(Queue).min(1),
  standards: z.record(Standard, StandardLimits),
  priority: PriorityMinutes,
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
    /** What is older is left to people: routing gives it to nobody by itself. Null: nothing is too old. */
    leavesAfterHours: z.number().positive().nullable().default(null),
    /** No more than so many new ones an agent in so many seconds. Null: no such limit. */
    fairLimit: z.object({ most: z.int().positive(), seconds: z.int().positive() }).nullable().default(null),
    /** Which standards may be given beyond a full capacity that is filled by which others: chat over mail. */
    interrupts: z.partialRecord(Standard, z.array(Standard)).default({}),
    /** Mail and SMS of one who is gone: kept until a limit is near, or given back at once. */
    whenGone: z.enum(['keep-until-warned', 'give-back']).default('keep-until-warned'),
  }),
  calendars: z.record(Code, Calendar),
  time: z.object({
    /** Share of a limit, in percent, after which it is warned of. */
    warnAtPercent: z.int().min(1).max(99),
    limits: z.array(TimeLimit).default([]),
    /** Hours of a channel where they are not its queue's. */
    channelCalendars: z.partialRecord(Standard, Code).default({}),
    /** These stand still while the customer is to answer or the ticket rests with them. */
    restWithCustomer: z.array(ClockKind).default(['resolution']),
    /** A reopened conversation's resolution: what was left goes on, or the limit begins anew. */
    onReopening: z.enum(['goes-on', 'begins-anew']).default('goes-on'),
    /** When the customer is told before a delay (`domain.md` §5). */
    delays: z
      .object({
        /** Shorter limits are never told of. */
        fromSeconds: z.int().positive(),
        /** From this share on where the forecast says it will be late. */
        foreseenFromPercent: z.int().min(1).max(99),
        /** From this share on in any case. */
        surelyFromPercent: z.int().min(1).max(99),
        mostInConversation: z.int().nonnegative(),
        roundToMinutes: z.int().positive(),
      })
      .default({
        fromSeconds: 900,
        foreseenFromPercent: 80,
        surelyFromPercent: 95,
        mostInConversation: 2,
        roundToMinutes: 15,
      }),
    ladder: z.array(LadderLevel).min(1),
    /** At which level each begins; null: it does not. */
    triggers: z
      .partialRecord(Trigger, z.object({ level: z.int().positive().nullable(), wakes: z.boolean().default(false) }))
      .default({}),
    /** A solved conversation closes after this silence, by standard, in hours. */
    closeAfterSilenceHours: z.record(Standard, z.number().positive()),
  }),
  /** Who the customers are: own fields, what is protected, when two addresses are one person's. */
  customers: z
    .object({
      fields: z.array(AskedField).default([]),
      protects: z.array(Protected).default(['history', 'forms', 'macros', 'change-address', 'ticket-attachments']),
      code: z
        .object({
          minutes: z.int().positive(),
          tries: z.int().positive(),
          /** How long a conversation counts as verified by it. */
          verifiedHours: z.number().positive(),
        })
        .default({ minutes: 10, tries: 3, verifiedHours: 24 }),
      /** Scores of evidence, 0–100: from here on a link joins by itself, from there on it is proposed. */
      joinsFrom: z.number().min(1).max(100).default(90),
      proposedFrom: z.number().min(1).max(100).default(50),
    })
    .prefault({}),
  /** The chat on a page: what is asked before, what is shown while waiting, what happens out of hours. */
  chat: z
    .object({
      form: z.array(AskedField).default([]),
      /** Place in the queue and the expected wait, before the first word and while waiting. */
      showsPlace: z.boolean().default(true),
      offline: z.enum(['form', 'chat']).default('form'),
      /** The visitor may have the transcript sent by mail. */
      transcript: z.boolean().default(true),
      /** Offered under the greeting. */
      firstReplies: z
        .array(z.object({ code: Code, name: BothLanguages }))
        .max(10)
        .default([]),
    })
    .prefault({}),
  hotline: z
    .object({
      /** Asked first where there is more than one. */
      languages: z
        .array(z.enum(['en', 'zh']))
        .min(1)
        .default(['zh', 'en']),
      /** By key of the telephone; a topic of the taxonomy each. */
      menu: z
        .array(z.object({ key: z.string().regex(/^[1-9]$/), topic: Code, name: BothLanguages }))
        .max(9)
        .default([]),
      /** Out of hours, and for who will not wait. */
      instead: z.enum(['voicemail', 'call-back']).default('call-back'),
    })
    .prefault({}),
  mail: z
    .object({
      /** One acknowledgement an address and day at most, and none to automatic mail (RFC 3834). */
      acknowledges: z.boolean().default(false),
      /** A mail whose DMARC fails: marked, or parked for a person to look at. */
      failedDmarc: z.enum(['mark', 'park']).default('mark'),
    })
    .prefault({}),
  departments: z.array(Department).default([]),
  tickets: TicketsPolicy.prefault({}),
  complaints: ComplaintsPolicy.prefault({}),
  transfer: TransferPolicy.prefault({}),
  brokenOff: BrokenOffPolicy.prefault({}),
  callBacks: CallBacksPolicy.prefault({}),
  forms: z.array(Form).default([]),
  trees: z.array(QuestionTree).default([]),
  canned: z.array(CannedAnswer).default([]),
  macros: z.array(Macro).default([]),
  closing: ClosingPolicy.prefault({}),
  /** What customers are told, by key and language; `{desk}`, `{agent}`, `{number}`, `{subject}` are filled in. */
  texts: z.record(z.string(), BothLanguages),
});
export type PolicyV1 = z.infer<typeof PolicyV1>;
