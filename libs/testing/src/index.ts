/** What specs are written with. */
export { freshDatabase, testPasswords } from './fresh-database.ts';
export { givenCases } from './given-cases.ts';
