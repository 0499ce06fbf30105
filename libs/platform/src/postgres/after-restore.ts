/** Tells the services, as the owner and once, that the database was restored to an earlier moment; they must be stopped. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Service, services } from '@trunkline/contracts';
import { Client, escapeIdentifier } from 'pg';
import { roleOf } from './prepare-roles.ts';

/** Names the services that had something to do. Who is still connected would act on what is not true any more. */
export async function afterRestore({ ownerUrl }: { ownerUrl: string }): Promise<Service[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await demandQuiet(owner);
    const told: Service[] = [];
    await owner.query('BEGIN');
    for (const service of services) {
      const verb = `${escapeIdentifier(service)}.after_restore()`;
      const { rows } = await owner.query('SELECT to_regprocedure($1) IS NOT NULL AS known', [verb]);
      if (!rows[0].known) continue;
      await owner.query(`SELECT ${verb}`);
      told.push(service);
    }
    await owner.query('COMMIT');
    return told;
  } finally {
    await owner.end();
  }
}

/** Who was just stopped needs a moment to hang up. */
async function demandQuiet(owner: Client): Promise<void> {
  let names: string[] = [];
  for (let look = 0; look < 20; look += 1) {
    const { rows } = await owner.query<{ name: string }>(
      'SELECT DISTINCT usename AS name FROM pg_stat_activity WHERE datname = current_database() AND usename = ANY($1)',
      [services.map(roleOf)],
    );
    if (rows.length === 0) return;
    names = rows.map(({ name }) => name).sort();
    await wait(250);
  }
  throw new Error(`Stop the services first: ${names.join(', ')} still hold connections to this database.`);
}
