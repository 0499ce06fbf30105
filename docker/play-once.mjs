/** Plays the demo day on an empty house; a mark in the volume says that it was played. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const mark = '/state/demo-day-played';

if (existsSync(mark)) console.log('the demo day was played before');
else {
  await import('../tools/play-demo-day.mjs');
  writeFileSync(mark, new Date().toISOString());
}
const { CONSOLE_ADDRESS, SHOP_ADDRESS, ADMIN_PASSWORD, SIGN_INS_FILE } = process.env;
const people = existsSync(SIGN_INS_FILE) ? JSON.parse(readFileSync(SIGN_INS_FILE, 'utf8')) : [];
console.log(
  `Trunkline is ready. Console ${CONSOLE_ADDRESS}, chat bubble ${SHOP_ADDRESS}; sign in, all with ${ADMIN_PASSWORD}, as`,
);
for (const { email, role } of people) console.log(`  ${email}  ${role}`);
