#!/usr/bin/env node
/** Starts the built command line; says how to build it where it is not. */
import { existsSync } from 'node:fs';

const built = new URL('../dist/trunkline.js', import.meta.url);
if (!existsSync(built)) {
  console.error('trunkline is not built yet: run "npm run build"');
  process.exit(1);
}
await import(built.href);
