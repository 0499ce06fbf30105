/** The only reader of the environment: each variable with its type, unit, default and help; all wrong ones named at once. */
import { z } from 'zod';
import { refusedInProduction } from './refused-in-production.ts';

export type Setting<T> = { kind: string; help: string; secret: boolean; fallback?: T; read(text: string): T };
export type ConfigSpec = Record<string, Setting<unknown>>;
export type Config<Spec extends ConfigSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends Setting<infer T> ? T : never;
};
/** What a variable may be given with; without a default it has to be set. */
export type SettingOptions<T> = { help: string; default?: T; secret?: boolean };
/** The first key signs, all verify; so a key is replaced without an interruption. */
export type Key = { kid: string; bytes: Uint8Array };

/** Names every wrong variable; never prints a value, for it may be a secret. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`These settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

function make<T>(kind: string, options: SettingOptions<T>, read: (text: string) => T): Setting<T> {
  const { help, secret = false } = options;
  return { kind, help, secret, read, ...(options.default === undefined ? {} : { fallback: options.default }) };
}

function wholeNumber(kind: string, most: number) {
  return (options: SettingOptions<number>) =>
    make(kind, options, (text) => {
      if (!/^\d{1,15}$/.test(text) || Number(text) > most) throw new Error(`must be ${kind}`);
      return Number(text);
    });
}

function readUrl(text: string): string {
  if (!URL.canParse(text) || !/^[a-z][a-z0-9+.-]*:\/\//.test(text))
    throw new Error('must be an address like http://host:port');
  return text;
}

function readFlag(text: string): boolean {
  if (/^(on|true|1|yes)$/i.test(text)) return true;
  if (/^(off|false|0|no)$/i.test(text)) return false;
  throw new Error('must be on or off');
}

function readJson<T>(text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('must be JSON');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${issue.path.join('.') || 'it'}: ${issue.message}`).join('; '));
}

function readKeys(text: string): Key[] {
  return text.split(',').map((part) => {
    const [, kid, secret] = /^([\w-]{1,64}):([\w-]+)$/.exec(part.trim()) ?? [];
    const bytes = new Uint8Array(Buffer.from(secret ?? '', 'base64url'));
    if (!kid || bytes.length < 32) throw new Error('must be kid:base64url,kid:base64url with at least 32 bytes a key');
    return { kid, bytes };
  });
}

/** The kinds of variables there are. */
export const setting = {
  text: (options: SettingOptions<string>) => make('text', options, (text) => text),
  port: wholeNumber('a port (0–65535)', 65_535),
  count: wholeNumber('a whole number', Number.MAX_SAFE_INTEGER),
  seconds: wholeNumber('whole seconds', 31_622_400),
  url: (options: SettingOptions<string>) => make('address', options, readUrl),
  flag: (options: SettingOptions<boolean>) => make('on or off', options, readFlag),
  oneOf: <const T extends string>(values: readonly T[], options: SettingOptions<T>) =>
    make<T>(`one of ${values.join(', ')}`, options, (text) => {
      if (values.includes(text as T)) return text as T;
      throw new Error(`must be one of ${values.join(', ')}`);
    }),
  json: <T>(schema: z.ZodType<T>, options: SettingOptions<T>) =>
    make<T>('JSON', options, (text) => readJson(text, schema)),
  keys: (options: SettingOptions<Key[]>) => make('keys', { secret: true, ...options }, readKeys),
};

/** Typed values, or a `ConfigError` that names all that is wrong. An empty variable counts as one that is not set. */
export function readConfig<Spec extends ConfigSpec>(spec: Spec, env: NodeJS.ProcessEnv = process.env): Config<Spec> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(spec)) {
    const text = env[name];
    if (text === undefined || text === '') {
      if (entry.fallback === undefined) problems.push(`${name} is not set: ${entry.help}`);
      values[name] = entry.fallback;
      continue;
    }
    try {
      values[name] = entry.read(text);
    } catch (error) {
      problems.push(`${name} ${(error as Error).message}`);
    }
  }
  if (values.TRUNKLINE_PROFILE === 'production') problems.push(...refusedInProduction(values));
  if (problems.length > 0) throw new ConfigError(problems);
  return values as Config<Spec>;
}

/** How to reach Kafka: for services, and for what prepares the topics. */
export const kafkaConfig = {
  KAFKA_BROKERS: setting.text({ help: 'host:port,host:port' }),
  KAFKA_TLS: setting.flag({ default: false, help: 'speak TLS to Kafka; demanded in production' }),
  KAFKA_CA: setting.text({
    default: '',
    help: 'file of the authority (PEM) that vouches for Kafka; empty: the usual ones',
  }),
  KAFKA_USER: setting.text({ default: '', help: 'signs in by SASL SCRAM-SHA-512; demanded in production' }),
  KAFKA_PASSWORD: setting.text({ default: '', secret: true, help: 'of KAFKA_USER' }),
} satisfies ConfigSpec;

/** What the process is told that makes the topics. */
export const topicsConfig = {
  ...kafkaConfig,
  KAFKA_SERVICE_USERS: setting.json(z.record(z.string(), z.string().min(1)), {
    default: {},
    help: '{"channels":"user",…}: gives each its rights on topics and groups (ACLs); needs a user who may',
  }),
  KAFKA_TOPIC_PREFIX: setting.text({ default: '', help: 'before every topic and group; tests keep apart by it' }),
} satisfies ConfigSpec;

/** What every service is told. */
export const platformConfig = {
  DATABASE_URL: setting.url({ help: 'Postgres, as the role of this service', secret: true }),
  ...kafkaConfig,
  KAFKA_TOPICS: setting.oneOf(['auto', 'managed'], {
    default: 'auto',
    help: 'managed: somebody else makes the topics',
  }),
  KAFKA_TOPIC_PREFIX: setting.text({ default: '', help: 'before every topic and group; tests keep apart by it' }),
  SERVICE_KEYS: setting.keys({
    help: 'kid:base64url,… that services sign with to each other; the first signs, all verify',
  }),
  CHANNELS_URL: setting.url({ default: 'http://127.0.0.1:3001', help: 'where channels listens' }),
  ROUTER_URL: setting.url({ default: 'http://127.0.0.1:3002', help: 'where the router listens' }),
  SLA_URL: setting.url({ default: 'http://127.0.0.1:3003', help: 'where sla listens' }),
  GATEWAY_URL: setting.url({ default: 'http://127.0.0.1:3000', help: 'where the gateway listens' }),
  PORT: setting.port({ default: 0, help: 'where this service listens; 0 takes any free port' }),
  HOST: setting.text({ default: '127.0.0.1', help: 'the address it listens on' }),
  DRAIN_SECONDS: setting.seconds({
    default: 5,
    help: 'so long it serves on after SIGTERM, not ready any more, while its connections end; add 10 s for the rest',
  }),
  LOG_LEVEL: setting.oneOf(['debug', 'info', 'warn', 'error', 'silent'], {
    default: 'info',
    help: 'the least that is logged',
  }),
  TRUNKLINE_PROFILE: setting.oneOf(['development', 'production'], {
    default: 'development',
    help: 'production is the strict one',
  }),
  PLANTED_BUG_FILE: setting.text({ default: '', help: 'tests: file that names a bug to plant; empty: none' }),
  FAULT_POINTS: setting.text({ default: '', help: 'tests: name=kill or name=kill@3, several with commas' }),
} satisfies ConfigSpec;

export type PlatformConfig = Config<typeof platformConfig>;

/** Lines for `.env.example`. */
export function describeConfig(spec: ConfigSpec): string {
  return Object.entries(spec)
    .map(([name, { kind, help, secret, fallback }]) => {
      const shown = secret || fallback === undefined || typeof fallback === 'object' ? '' : String(fallback);
      return `# ${help} (${kind}${fallback === undefined ? ', required' : ''})\n${name}=${shown}\n`;
    })
    .join('\n');
}
