/** What the production profile refuses to start with: plaintext links, default or short secrets, faults on purpose. */

/** Passwords that everybody knows: they stand in examples, or are what people type first. */
const knownToAll = new Set(['', 'demo-trunkline', 'trunkline', 'postgres', 'password', 'secret', 'changeme', 'admin']);
const leastLength = 12;

/** One sentence for each; no value is shown, for it may be a secret. A variable that a process does not have is not asked for. */
export function refusedInProduction(values: Record<string, unknown>): string[] {
  const problems: string[] = [];
  const has = (name: string) => Object.hasOwn(values, name);
  const text = (name: string) => String(values[name] ?? '');
  if (text('PLANTED_BUG_FILE'))
    problems.push('PLANTED_BUG_FILE must be empty in production: it makes the service wrong on purpose');
  if (text('FAULT_POINTS')) problems.push('FAULT_POINTS must be empty in production: it kills the process on purpose');
  if (has('KAFKA_TLS') && values.KAFKA_TLS !== true) problems.push('KAFKA_TLS must be on in production');
  if (has('KAFKA_USER') && !text('KAFKA_USER')) problems.push('KAFKA_USER must be set in production');
  if (has('KAFKA_PASSWORD')) problems.push(...weak('KAFKA_PASSWORD', text('KAFKA_PASSWORD')));
  if (text('ADMIN_PASSWORD')) problems.push(...weak('ADMIN_PASSWORD', text('ADMIN_PASSWORD')));
  if (text('DATABASE_URL')) problems.push(...refusedUrl(text('DATABASE_URL')));
  if (text('S3_ENDPOINT')) problems.push(...refusedBucket(text('S3_ENDPOINT'), text('S3_SECRET_ACCESS_KEY')));
  return problems;
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

/** A proxy beside the service may speak plainly: nobody else hears that line. */
function refusedBucket(endpoint: string, secret: string): string[] {
  if (!URL.canParse(endpoint)) return [];
  const { protocol, hostname } = new URL(endpoint);
  const isOwn = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const isPlain = protocol !== 'https:' && !isOwn;
  return [
    ...(isPlain ? ['S3_ENDPOINT must begin with https:// in production'] : []),
    ...weak('S3_SECRET_ACCESS_KEY', secret),
  ];
}

function weak(name: string, password: string): string[] {
  if (knownToAll.has(password.toLowerCase())) return [`${name} must not be empty or a default in production`];
  return password.length < leastLength ? [`${name} must have at least ${leastLength} characters in production`] : [];
}
