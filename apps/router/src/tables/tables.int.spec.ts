/** What the entities say of the router's schema is what its migrations make. */
import { compareSchema, migrateService, prepareRoles } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { Client } from 'pg';
import { migrations } from '../migrations/index.ts';
import { AssignmentRow } from './assignment.table.ts';
import { callTables } from './call-tables.ts';
import { conversationTables } from './conversation-tables.ts';
import { customerTables } from './customer-tables.ts';
import { dispatchTables } from './dispatch-tables.ts';
import { signTables } from './sign-tables.ts';
import { ticketTables } from './ticket-tables.ts';
import { transferTables } from './transfer-tables.ts';
import { understandTables } from './understand-tables.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  database = await freshDatabase();
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords: testPasswords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'router', migrations });
  await tellTypeOrmOfGenerated('conversation', 'is_open', `state <> 'closed'`);
});
afterAll(() => database?.drop());

/** TypeORM believes a generated column only where its own notes name it, and plain SQL leaves no such notes. */
async function tellTypeOrmOfGenerated(table: string, column: string, value: string): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(
    `CREATE TABLE router.typeorm_metadata
       (type text, database text, schema text, "table" text, name text, value text)`,
  );
  await client.query(
    `INSERT INTO router.typeorm_metadata VALUES ('GENERATED_COLUMN', current_database(), 'router', $1, $2, $3)`,
    [table, column, value],
  );
  await client.end();
}

test('the router’s tables are as its migrations make them', async () => {
  // foreign keys stand in the migrations alone; `active` is the other room’s generated column
  const tables = [
    ...conversationTables,
    ...customerTables,
    ...understandTables,
    ...signTables,
    ...ticketTables,
    ...transferTables,
    ...callTables,
    ...dispatchTables.filter((table) => table !== AssignmentRow),
  ];
  const changes = await compareSchema({ ownerUrl: database.ownerUrl, service: 'router', tables });
  const isKnown = /FOREIGN KEY|_fkey|dispatch_input_policy/;
  expect(changes.filter((sql) => !isKnown.test(sql))).toEqual([]);
});
