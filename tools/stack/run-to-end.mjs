/** Runs a tool to its end under the watchdog; what it printed comes back, or becomes the refusal's sentence. */
import { join } from 'node:path';
import { logSize, readFrom } from './read-log.mjs';
import { Refusal } from './refusal.mjs';

export async function runToEnd({ house, logs }, { name, ...what }) {
  const log = join(logs, `${name}.log`);
  const from = logSize(log);
  const { code, signal } = await house.launch({ name, log, ...what }).exited;
  const output = readFrom(log, from).trimEnd();
  if (code === 0) return output;
  const tail = output.split('\n').slice(-40).join('\n');
  throw new Refusal(`${tail}\n${name} ${signal ? `was ended by ${signal}` : `ended with ${code}`}`);
}
