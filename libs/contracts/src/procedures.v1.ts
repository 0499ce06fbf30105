/** The parts of the policy that say how a matter is worked on: departments, complaints, transfers, forms, words, closing. */
import { z } from 'zod';
import { BothLanguages, Standard, Urgency } from './parts.ts';
import { AskedField, Code, Kind } from './policy-parts.ts';

/** What a form, a tree or an external transfer is for: an absent field matches all. */
export const ForMatter = z.object({ topic: Code, label: Code, kind: Kind }).partial();
export type ForMatter = z.infer<typeof ForMatter>;

/** Works on tickets that are handed to it. `email`: where one without a sign-in is asked by mail; null: they sign in. */
export const Department = z.object({
  code: Code,
  name: BothLanguages,
  email: z.email().nullable().default(null),
  /** Within so many seconds of open time, or working days; its silence climbs the ladder. */
  answersWithin: z.union([z.object({ seconds: z.int().positive() }), z.object({ workingDays: z.int().positive() })]),
  calendar: Code,
});
export type Department = z.infer<typeof Department>;

export const TicketsPolicy = z.object({
  /** Steps of which the customer hears. */
  tellsCustomer: z
    .array(z.enum(['opened', 'handed-over', 'answered', 'solved']))
    .default(['opened', 'handed-over', 'answered', 'solved']),
});

/** `none`: an agent promises no time, the supervisor may release one; `fixed`: what the limits say; `limit`: the limit of its type. */
export const PromiseRule = z.enum(['none', 'fixed', 'limit']);
export type PromiseRule = z.infer<typeof PromiseRule>;

export const ComplaintsPolicy = z.object({
  promises: z.record(Kind, PromiseRule).default({
    inquiry: 'limit',
    incident: 'limit',
    'complaint-employee': 'fixed',
    'complaint-event': 'none',
    suggestion: 'limit',
    praise: 'limit',
  }),
  /** The first and one more: after that, reassure and end with the reason. */
  maxSubmissions: z.int().positive().default(2),
  onlySupervisorCloses: z.boolean().default(false),
});

/** Not about one of our products: whom to turn to, and with which words. */
export const ExternalPlace = z.object({
  code: Code,
  name: BothLanguages,
  text: BothLanguages,
  /** Matters of theirs, not ours: these are sent there and nowhere else. Nothing named: only where the agent says so. */
  when: ForMatter.default({}),
});
export type ExternalPlace = z.infer<typeof ExternalPlace>;

export const TransferPolicy = z.object({
  /** Standards on which the customer is asked before a transfer; on the others they are told. */
  asksConsent: z.array(Standard).default(['chat', 'call', 'social']),
  /** How long the customer's word is waited for before it counts as a refusal. */
  consentSeconds: z.int().positive().default(300),
  /** This bounce goes to the supervisor. */
  bouncesUntilSupervisor: z.int().positive().default(3),
  external: z.array(ExternalPlace).default([]),
});

export const BrokenOffPolicy = z.object({
  /** Gone for longer, while an answer is owed and no closing text was sent. */
  afterSeconds: z.int().positive().default(60),
  /** Complaints, and matters of these topics, alert the supervisor; the others form one list. */
  alertsTopics: z.array(Code).default(['orders-and-logistics']),
});

export const CallBacksPolicy = z.object({
  /** The skill group that calls back; null: the group of the conversation. */
  queue: Code.nullable().default(null),
  attempts: z.int().positive().default(3),
  /** Due after so many minutes of open time, where nobody names a time. */
  minutes: z.int().positive().default(30),
});

/** Asked once, of what is not known yet; what is missing is listed to the agent. */
export const Form = z.object({
  code: Code,
  name: BothLanguages,
  when: ForMatter.default({}),
  fields: z.array(AskedField).min(1),
  /** The conversation is not resolved while a required field is missing. */
  isRequired: z.boolean().default(false),
});
export type Form = z.infer<typeof Form>;

/** Where a question tree leads to in the end. */
export const TreeEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), title: BothLanguages, url: z.url() }),
  z.object({ kind: z.literal('text'), text: BothLanguages }),
  z.object({
    kind: z.literal('ticket'),
    ticket: z.object({ kind: Kind, severity: Urgency, department: Code.nullable() }),
  }),
  z.object({ kind: z.literal('transfer'), queue: Code }),
]);
export type TreeEnd = z.infer<typeof TreeEnd>;
/** Each answer goes on to another node, or ends; a node is asked once on any path. */
export const TreeNode = z.object({
  code: Code,
  question: BothLanguages,
  answers: z
    .array(
      z.object({
        code: Code,
        name: BothLanguages,
        to: Code.nullable().default(null),
        end: TreeEnd.nullable().default(null),
      }),
    )
    .min(1),
});
export type TreeNode = z.infer<typeof TreeNode>;
export const QuestionTree = z.object({
  code: Code,
  name: BothLanguages,
  when: ForMatter.default({}),
  start: Code,
  nodes: z.array(TreeNode).min(1),
});
export type QuestionTree = z.infer<typeof QuestionTree>;

/** A text to put into the answer; `{customer}`, `{agent}`, `{number}`, `{desk}`, `{ticket}` are filled in. */
export const CannedAnswer = z.object({
  code: Code,
  name: BothLanguages,
  text: BothLanguages,
  /** Typed after a slash, it stands in the answer: `/refund`. */
  shortcut: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/)
    .nullable()
    .default(null),
  queues: z.array(Code).default([]),
  standards: z.array(Standard).default([]),
});
export type CannedAnswer = z.infer<typeof CannedAnswer>;
/** What a macro does, one after the other, as the agent would by hand: each step may be refused, with its reason. */
export const MacroStep = z.discriminatedUnion('act', [
  z.object({ act: z.literal('reply'), text: BothLanguages }),
  z.object({ act: z.literal('note'), text: z.string().min(1).max(4000) }),
  z.object({ act: z.literal('label'), label: Code }),
  z.object({ act: z.literal('ticket'), kind: Kind, severity: Urgency, department: Code.nullable() }),
  z.object({ act: z.literal('transfer'), queue: Code }),
  z.object({ act: z.literal('resolve') }),
]);
export type MacroStep = z.infer<typeof MacroStep>;
export const Macro = z.object({
  code: Code,
  name: BothLanguages,
  queues: z.array(Code).default([]),
  /** It changes the customer’s account: where the policy protects that, they must be verified first. */
  changesAccount: z.boolean().default(false),
  steps: z.array(MacroStep).min(1).max(10),
});
export type Macro = z.infer<typeof Macro>;

/** What is kept of a finished conversation, outside routing. */
export const WrapUpField = z.enum(['summary', 'label', 'result', 'attitude']);
export type WrapUpField = z.infer<typeof WrapUpField>;
export const WrapUpRule = z.object({
  seconds: z.int().nonnegative().default(60),
  requires: z.array(WrapUpField).default([]),
});
export type WrapUpRule = z.infer<typeof WrapUpRule>;

export const ClosingPolicy = z.object({
  /** Where a survey can still be answered; elsewhere none is offered. */
  surveyOn: z.array(Standard).default(['chat', 'social', 'sms', 'mail', 'call']),
  /** Where the customer is asked by buttons whether it is solved, once an agent says so; a no opens it again. */
  confirmOn: z.array(Standard).default([]),
  /** After "no, nothing else" or a declined survey, a live conversation ends after this silence. */
  endsLiveAfterSeconds: z.int().positive().default(120),
  /** A score up to this opens a further step. */
  unsatisfiedUpTo: z.int().min(1).max(4).default(2),
  /** Closing without these is refused. */
  requires: z.array(z.enum(['label', 'wrap-up'])).default([]),
  wrapUp: WrapUpRule.prefault({}),
});
