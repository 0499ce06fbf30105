/** The stand-in of Twilio, Slack and S3, written by others: a child of the stack; skipped when it is not installed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { logSize, readFrom } from './read-log.mjs';
import { waitFor } from './wait-for.mjs';

const script = fileURLToPath(new URL('emulate-providers.mjs', import.meta.url));

export const providers = {
  name: 'providers',
  gives: ['TWILIO_EMULATOR_URL', 'SLACK_EMULATOR_URL', 'S3_EMULATOR_URL'],
  needsJava: false,
  ports: { twilio: 'TRUNKLINE_TWILIO_PORT', slack: 'TRUNKLINE_SLACK_PORT', s3: 'TRUNKLINE_S3_PORT' },
  isInstalled: (place) => existsSync(join(place.root, 'node_modules/emulate/package.json')),
  dataFolder: () => null,
  env: ({ twilio, slack, s3 }) => ({
    TWILIO_EMULATOR_URL: `http://127.0.0.1:${twilio}`,
    SLACK_EMULATOR_URL: `http://127.0.0.1:${slack}`,
    S3_EMULATOR_URL: `http://127.0.0.1:${s3}`,
  }),
  address: ({ twilio, slack, s3 }) => `twilio 127.0.0.1:${twilio}, slack 127.0.0.1:${slack}, s3 127.0.0.1:${s3}`,

  async start(place, { ports, log }) {
    const args = [script, String(ports.twilio), String(ports.slack), String(ports.s3)];
    const from = logSize(log);
    const child = place.house.launch({ name: 'providers', command: process.execPath, args, log, cwd: place.root });
    await waitFor(() => readFrom(log, from).includes('emulators are ready'), { child });
    return child;
  },
};
