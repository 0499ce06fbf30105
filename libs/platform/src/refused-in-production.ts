/** What the production profile refuses to start with: plaintext links, default or short secrets, faults on purpose. */

/** Passwords that everybody knows: they stand in examples, or are what people type first. */
const knownToAll = new Set(['', 'demo-trunkline', 'trunkline', 'postgres', 'password', 'secret', 'changeme', 'admin']);
const leastLength = 12;

/** What examples and the demo sign with; who copies one has no secret. */
const fromExamples = /demo-only|demo-trunkline|ZGVtby1vbmx5/;
/** Words of ours that let somebody in: chosen, so they may be chosen badly. Tokens of providers are made by them. */
const words = /(_PASSWORD|_SECRET|_VERIFY_TOKEN|_AUTH_TOKEN|_SECRET_ACCESS_KEY)$/;
/** Between services goes HTTP with signed tokens, within the network policies; a mesh may encrypt it. */
const inHouse = new Set(['CHANNELS_URL', 'ROUTER_URL', 'SLA_URL', 'GATEWAY_URL']);

/** One sentence for each; no value is shown, for it may be a secret. A variable that a process does not have is not asked for. */
export function refusedInProduction(values: Record<string, unknown>): string[] {
  const problems: string[] = [];
  const has = (name: string) => Object.hasOwn(values, name);
  const text = (name: string) => String(values[name] ?? '');
  if (text('PLANTED_BUG_FILE'))
    problems.push('PLANTED_BUG_FILE must be empty in production: it makes the service wrong on purpose');
  if (text('FAULT_POINTS')) problems.push('FAULT_POINTS must be empty in production: it kills the process on purpose');
  if (values.DEMO === true) problems.push('DEMO must be off in production: it shows an invented shop to customers');
  if (has('KAFKA_TLS') && values.KAFKA_TLS !== true) problems.push('KAFKA_TLS must be on in production');
  if (has('KAFKA_USER') && !text('KAFKA_USER')) problems.push('KAFKA_USER must be set in production');
  if (has('KAFKA_PASSWORD')) problems.push(...weak('KAFKA_PASSWORD', text('KAFKA_PASSWORD')));
  if (text('DATABASE_URL')) problems.push(...refusedUrl(text('DATABASE_URL')));
  for (const [name, value] of Object.entries(values)) problems.push(...refusedAnywhere(name, value));
  return problems;
}

/** What no setting may be, whatever it is for. */
function refusedAnywhere(name: string, value: unknown): string[] {
  const leaves = leavesOf(value);
  const isPlain = !inHouse.has(name) && leaves.some((leaf) => typeof leaf === 'string' && goesInPlain(leaf));
  const isGiven = leaves.some((leaf) => typeof leaf === 'string' && fromExamples.test(leaf));
  const isGuessed = leaves.some((leaf) => leaf instanceof Uint8Array && isNoKey(leaf));
  const isWord = words.test(name) && name !== 'KAFKA_PASSWORD' && typeof value === 'string' && value !== '';
  return [
    ...(isPlain ? [`${name} must begin with https:// in production`] : []),
    ...(isGiven || isGuessed ? [`${name} must not hold a key out of the examples in production`] : []),
    ...(isWord ? value.split(',').flatMap((word) => weak(name, word.trim())) : []),
    ...(/^(IMAP|SMTP)_URL$/.test(name) ? refusedMailUrl(name, String(value ?? '')) : []),
  ];
}

function leavesOf(value: unknown): (string | Uint8Array)[] {
  if (typeof value === 'string' || value instanceof Uint8Array) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

/** What stands beside the service may be spoken to plainly: nobody else hears that line. */
function goesInPlain(address: string): boolean {
  if (!/^(http|ws):\/\//i.test(address) || !URL.canParse(address)) return false;
  return !['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

/** Random bytes are never so few different ones; words and counted bytes are no key either. */
function isNoKey(bytes: Uint8Array): boolean {
  return new Set(bytes).size < 8 || fromExamples.test(Buffer.from(bytes).toString('latin1'));
}

function refusedUrl(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { searchParams, password } = new URL(address);
  const isVerified = searchParams.get('sslmode') === 'verify-full';
  return [
    ...(isVerified ? [] : ['DATABASE_URL must end in ?sslmode=verify-full in production']),
    ...weak('the password of DATABASE_URL', decodeURIComponent(password)),
  ];
}

/** Whether its line is encrypted is known when it stands: without TLS or STARTTLS nothing is said on it. */
function refusedMailUrl(name: string, address: string): string[] {
  if (!URL.canParse(address) || new URL(address).password === '') return [];
  return weak(`the password of ${name}`, decodeURIComponent(new URL(address).password));
}

function weak(name: string, password: string): string[] {
  if (knownToAll.has(password.toLowerCase())) return [`${name} must not be empty or a default in production`];
  return password.length < leastLength ? [`${name} must have at least ${leastLength} characters in production`] : [];
}
