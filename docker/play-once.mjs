/** Plays the demo day on an empty house; a mark in the volume says that it was played. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const mark = '/state/demo-day-played';
const { CONSOLE_ADDRESS, SHOP_ADDRESS, ADMIN_PASSWORD, SIGN_INS_FILE } = process.env;
const say = (line) => process.stdout.write(`${line}\n`);

if (!existsSync(mark)) {
  await import('../tools/play-demo-day.mjs');
  writeFileSync(mark, new Date().toISOString());
}
const people = existsSync(SIGN_INS_FILE) ? JSON.parse(readFileSync(SIGN_INS_FILE, 'utf8')) : [];
say(`Trunkline is ready. Console ${CONSOLE_ADDRESS}, chat bubble ${SHOP_ADDRESS}`);
say(`Sign in, all with ${ADMIN_PASSWORD}, as`);
for (const { email, role } of people) say(`  ${email}  ${role}`);
