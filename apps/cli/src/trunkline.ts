/** The list of verbs, and the start: finds the one that is asked for, and says by the exit code how it went. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { SaidNo, WrongUse } from './refused.ts';
import { say } from './say.ts';
import type { Asked, ExitCode, Verb } from './verb.ts';

const text = { type: 'string' } as const;
const yesNo = { type: 'boolean' } as const;
const json = { json: { type: 'boolean' } } as const;
const gateway = { url: text, email: text, password: text } as const;
const none = { least: 0, most: 0 };
const one = { least: 1, most: 1 };
const two = { least: 2, most: 2 };

/** Each loads what it needs and no more: a mail is read without the classifier. */
const verbs: Record<string, Verb> = {
  'classify evaluate': {
    usage: '--train FILE --test FILE [--shots N] [--val FILE --reject SHARE] [--json]',
    says: 'how well the classifier learns {"text","label"} lines, or CSV; label "oos" belongs to none',
    options: { train: text, test: text, shots: text, val: text, reject: text, ...json },
    takes: none,
    run: async (asked) => (await import('./classify-evaluate.ts')).classifyEvaluate(asked),
  },
  'classify text': {
    usage: '[TEXT] [--policy FILE] [--json] < lines',
    says: 'what a text is about, or each line of the input, by the policy that ships or one of yours',
    options: { policy: text, ...json },
    takes: { least: 0, most: 1 },
    run: async (asked) => (await import('./classify-text.ts')).classifyText(asked),
  },
  deadline: {
    usage: '< questions.jsonl',
    says: 'answers questions about open time, a line each; an error is an answer too',
    options: json,
    takes: none,
    run: async () => (await import('./deadline.ts')).deadline(),
  },
  'channel parse': {
    usage: '--channel NAME < item',
    says: 'what a recorded item says, or why it is refused (exit 1)',
    options: { channel: text, ...json },
    takes: none,
    run: async (asked) => (await import('./channel-parse.ts')).channelParse(asked),
  },
  'mail parse': {
    usage: 'FILE|-',
    says: 'what a raw mail says, and what of it is new',
    options: json,
    takes: one,
    run: async (asked) => (await import('./mail-parse.ts')).mailParse(asked),
  },
  'policy lint': {
    usage: 'FILE|- [--staff FILE] [--json]',
    says: 'what in a policy does not hold (exit 1); with the staff’s records also who could not be served',
    options: { staff: text, ...json },
    takes: one,
    run: async (asked) => (await import('./policy.ts')).policy.lint(asked),
  },
  'policy show': {
    usage: '[--version N] [--json]',
    says: 'the policy in force, or a version; 0 is the one that ships, and needs no gateway',
    options: { version: text, ...json, ...gateway },
    takes: none,
    run: async (asked) => (await import('./policy.ts')).policy.show(asked),
  },
  'policy diff': {
    usage: 'FROM TO [--json]',
    says: 'what differs between two policies (exit 1): files, versions, or "current"',
    options: { ...json, ...gateway },
    takes: two,
    run: async (asked) => (await import('./policy.ts')).policy.diff(asked),
  },
  'policy publish': {
    usage: 'FILE|- [--note TEXT] [--base N] [--json]',
    says: 'makes it the next version; with --base only where N is in force',
    options: { note: text, base: text, ...json, ...gateway },
    takes: one,
    run: async (asked) => (await import('./policy.ts')).policy.publish(asked),
  },
  'policy dry-run': {
    usage: 'FILE|- --from WHEN [--to WHEN] [--json]',
    says: 'what a recorded span would have been under it; WHEN is an instant or so long ago: 24h',
    options: { from: text, to: text, ...json, ...gateway },
    takes: one,
    run: async (asked) => (await import('./policy-dry-run.ts')).dryRun(asked),
  },
  replay: {
    usage: '--from WHEN [--to WHEN] [--policy FILE] [--save FILE] [--json], or --log FILE',
    says: 'whether recorded decisions come out the same (1: not); with --policy what it would have made of them',
    options: { from: text, to: text, policy: text, log: text, save: text, ...json, ...gateway },
    takes: none,
    run: async (asked) => (await import('./replay.ts')).replay(asked),
  },
  simulate: {
    usage:
      '[--policy FILE] [--agents-fewer N --between 12:00-13:00] [--days N] [--seed N] [--tz ZONE]' +
      ' [--profile FILE | --log FILE | --from WHEN [--to WHEN]] [--json]',
    says: 'how long people would wait, by the hour, with and without a change, on days like the usual or the recorded',
    options: {
      ...{ policy: text, 'agents-fewer': text, between: text, days: text, seed: text, tz: text },
      ...{ profile: text, log: text, from: text, to: text, ...json, ...gateway },
    },
    takes: none,
    run: async (asked) => (await import('./simulate.ts')).simulate(asked),
  },
  'parked list': {
    usage: '[--json]',
    says: 'what was put aside in the four services, and why',
    options: { ...json, ...gateway },
    takes: none,
    run: async (asked) => (await import('./parked.ts')).parked.list(asked),
  },
  'parked retry': {
    usage: 'ID [--json]',
    says: 'takes one in again',
    options: { ...json, ...gateway },
    takes: one,
    run: async (asked) => (await import('./parked.ts')).parked.retry(asked),
  },
  apply: {
    usage: '-f FILE|- [--dry-run] [--prune] [--json]',
    says:
      'makes the desk what a file says: queues, calendars, policy, staff, shifts; --dry-run only shows' +
      '\n      (exit 2: something would change)',
    options: { file: { type: 'string', short: 'f' }, 'dry-run': yesNo, prune: yesNo, ...json, ...gateway },
    takes: none,
    run: async (asked) => (await import('./as-code/apply.ts')).apply(asked),
  },
  export: {
    usage: '[--parts policy,queues,calendars,departments,staff]',
    says: 'writes the desk as it is as such a file',
    options: { parts: text, ...gateway },
    takes: none,
    run: async (asked) => (await import('./as-code/export-desk.ts')).exportDesk(asked),
  },
  'staff link': {
    usage: 'EMAIL [--json]',
    says: 'a new one-time link by which somebody sets their password',
    options: { ...json, ...gateway },
    takes: one,
    run: async (asked) => (await import('./staff-link.ts')).staffLink(asked),
  },
  selftest: {
    usage:
      '[--only CHANNEL,…] [--within SECONDS] [--minutes N] [--chaos --pids FILE | --chaos --namespace NAME] [--json]',
    says: 'sends through every channel to itself, and says whether the books balance (1: not); kills only with --chaos',
    options: {
      ...{ only: text, within: text, minutes: text, chaos: yesNo, pids: text, namespace: text },
      ...{ ...json, ...gateway },
    },
    takes: none,
    run: async (asked) => (await import('./selftest/selftest.ts')).selftest(asked),
  },
  help: { usage: '', says: 'this', options: {}, takes: none, run: help },
};

async function help(): Promise<ExitCode> {
  await say('trunkline <verb>\n');
  for (const [name, { usage, says }] of Object.entries(verbs))
    await say(`  ${`${name} ${usage}`.trim()}\n      ${says}`);
  await say(
    '\nWhat asks the gateway reads TRUNKLINE_URL and TRUNKLINE_TOKEN, or takes --url, --email and --password.' +
      '\nExit codes: 0 done, or yes · 1 the answer is no · 2 used wrongly.',
  );
  return 0;
}

async function start(args: string[]): Promise<ExitCode> {
  if (args.some((word) => word === '--help' || word === '-h')) return help();
  const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((one) => Object.hasOwn(verbs, one));
  if (name) return run(name, verbs[name] as Verb, args.slice(name.split(' ').length));
  throw new WrongUse(
    args.length === 0 ? 'which verb? See: trunkline help' : `there is no verb "${args[0]}". See: trunkline help`,
  );
}

function run(name: string, verb: Verb, args: string[]): Promise<ExitCode> {
  const asked = readArguments(args, verb.options, name);
  const { least, most } = verb.takes;
  if (asked.words.length < least || asked.words.length > most)
    throw new WrongUse(`it is called: trunkline ${name} ${verb.usage}`.trim());
  return verb.run(asked);
}

function readArguments(args: string[], options: NonNullable<ParseArgsConfig['options']>, name: string): Asked {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    return { words: positionals, values: values as Asked['values'] };
  } catch (error) {
    throw new WrongUse(`${name}: ${(error as Error).message.split('.')[0]}`);
  }
}

function tell(error: unknown): ExitCode {
  const isKnown = error instanceof WrongUse || error instanceof SaidNo;
  const reason = error instanceof SaidNo ? ` (${error.because})` : '';
  process.stderr.write(`trunkline: ${isKnown ? error.message + reason : ((error as Error).stack ?? error)}\n`);
  return error instanceof WrongUse ? 2 : 1;
}

process.stdout.on('error', () => process.exit(0)); // whoever read has read enough
process.exitCode = await start(process.argv.slice(2)).catch(tell);
