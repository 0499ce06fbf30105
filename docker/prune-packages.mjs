/** Takes out of installed packages what only compilers and debuggers read; licences and code stay. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const unread = /\.(map|d\.ts|d\.mts|d\.cts|tsbuildinfo)$/;
/** A compiler that others name as a companion of their command line. */
const compilers = ['typescript', '@typescript', '.bin/tsc', '.bin/tsserver'];

const modules = join(process.cwd(), 'node_modules');
for (const name of compilers) rmSync(join(modules, name), { recursive: true, force: true });
for (const file of readdirSync(modules, { recursive: true }))
  if (unread.test(file)) rmSync(join(modules, file), { force: true });
