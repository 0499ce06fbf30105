/**
 * Makes the four roles and brings the four schemas to their newest version, as the owner; services never do this.
 * With `--after-restore`, once the database was restored to an earlier moment and before the services start: tells them.
 */
import { existsSync } from 'node:fs';

const names = ['channels', 'router', 'sla', 'gateway'];

/** The roles' passwords come as DATABASE_PASSWORD_CHANNELS, _ROUTER, _SLA and _GATEWAY; all wrong ones are named at once. */
function readSettings(env) {
  const passwordOf = (service) => `DATABASE_PASSWORD_${service.toUpperCase()}`;
  const missing = ['DATABASE_OWNER_URL', ...names.map(passwordOf)].filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`not set: ${missing.join(', ')}`);
  const passwords = Object.fromEntries(names.map((service) => [service, env[passwordOf(service)]]));
  return { ownerUrl: env.DATABASE_OWNER_URL, passwords };
}

async function migrate() {
  const { ownerUrl, passwords } = readSettings(process.env);
  // Not platform's index: it would load all of Nest for two functions.
  const { prepareRoles } = await import('../libs/platform/dist/postgres/prepare-roles.js');
  const { migrateService } = await import('../libs/platform/dist/postgres/migrate.js');
  await prepareRoles({ ownerUrl, passwords });
  for (const service of names) {
    const list = new URL(`../apps/${service}/dist/migrations/index.js`, import.meta.url);
    if (!existsSync(list)) throw new Error(`${service} is not built: run npm run build`);
    const { migrations } = await import(list.href);
    await migrateService({ ownerUrl, service, migrations });
  }
  return ownerUrl;
}

/** What was waiting to go out may have gone out in the time that was lost: it is shown as unknown and not sent. */
async function tellRestored(ownerUrl) {
  const { afterRestore } = await import('../libs/platform/dist/postgres/after-restore.js');
  const told = await afterRestore({ ownerUrl });
  console.log(`told that the database was restored: ${told.join(', ')}`);
}

try {
  const ownerUrl = await migrate();
  console.log('the four schemas are at their newest version');
  if (process.argv.includes('--after-restore')) await tellRestored(ownerUrl);
} catch (error) {
  console.error(`migrate: ${error.stack ?? error}`);
  process.exitCode = 1;
}
