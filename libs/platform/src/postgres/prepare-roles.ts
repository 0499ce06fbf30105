/** Makes each service's schema, owned by the owner, and its role with rights on that schema's rows and nothing else. */
import { type Service, services } from '@trunkline/contracts';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export type RolePasswords = Record<Service, string>;

export const roleOf = (service: Service) => `trunkline_${service}`;

/** The owner's address with the service's role in it: what that service gets as DATABASE_URL. */
export function urlOfService(ownerUrl: string, service: Service, password: string): string {
  const url = new URL(ownerUrl);
  url.username = roleOf(service);
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Safe to call twice, and by several at once on one cluster. Without CREATEROLE the four roles must exist already. */
export async function prepareRoles(options: { ownerUrl: string; passwords: RolePasswords }): Promise<void> {
  const owner = new Client({ connectionString: options.ownerUrl });
  await owner.connect();
  try {
    const mayMakeRoles = await canMakeRoles(owner);
    for (const service of services) {
      if (mayMakeRoles) await atOnceOrAgain(() => makeRole(owner, service, options.passwords[service]));
      else await demandRole(owner, service);
      await grantRows(owner, service);
    }
  } finally {
    await owner.end();
  }
}

async function canMakeRoles(owner: Client): Promise<boolean> {
  const { rows } = await owner.query(
    'SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user',
  );
  return rows[0]?.may === true;
}

async function roleExists(owner: Client, service: Service): Promise<boolean> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [roleOf(service)]);
  return rowCount === 1;
}

async function demandRole(owner: Client, service: Service): Promise<void> {
  if (await roleExists(owner, service)) return;
  throw new Error(
    `Role ${roleOf(service)} is missing and the owner may not make it: CREATE ROLE ${roleOf(service)} LOGIN.`,
  );
}

async function makeRole(owner: Client, service: Service, password: string): Promise<void> {
  const role = escapeIdentifier(roleOf(service));
  if (!(await roleExists(owner, service))) await owner.query(`CREATE ROLE ${role}`);
  await owner.query(`ALTER ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${escapeLiteral(password)}`);
  await owner.query(`ALTER ROLE ${role} SET search_path = ${escapeIdentifier(service)}`);
  // Set-based statements planned while tables are empty keep sequential scans and hash joins for ever.
  for (const plan of ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) {
    await owner.query(`ALTER ROLE ${role} SET ${plan} = off`);
  }
}

async function grantRows(owner: Client, service: Service): Promise<void> {
  const schema = escapeIdentifier(service);
  const role = escapeIdentifier(roleOf(service));
  const database = await owner.query('SELECT current_database() AS name');
  await owner.query(`
    REVOKE TEMPORARY ON DATABASE ${escapeIdentifier(database.rows[0].name)} FROM PUBLIC;
    CREATE SCHEMA IF NOT EXISTS ${schema};
    REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC;
    GRANT USAGE ON SCHEMA ${schema} TO ${role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE ON SEQUENCES TO ${role};`);
}

/** Roles belong to the whole cluster: two who prepare two databases at once get in each other's way. */
async function atOnceOrAgain(work: () => Promise<void>, triesLeft = 8): Promise<void> {
  try {
    await work();
  } catch (error) {
    const raced = /concurrently updated|already exists|duplicate key/.test((error as Error).message);
    if (!raced || triesLeft === 0) throw error;
    await atOnceOrAgain(work, triesLeft - 1);
  }
}
