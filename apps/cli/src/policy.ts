/** `trunkline policy`: whether a policy holds, which one is in force, and a new version. */

import { PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy, lintPolicy } from '@trunkline/rules';
import { askGateway } from './ask-gateway.ts';
import { readInput } from './read-input.ts';
import { readSettings } from './read-settings.ts';
import { SaidNo, WrongUse } from './refused.ts';
import { say } from './say.ts';
import { type Asked, type ExitCode } from './verb.ts';

export const policy = { lint, show, publish };

async function lint({ words, values }: Asked): Promise<ExitCode> {
  const { faults } = await readPolicy(words[0] as string);
  if (values.json) await say(JSON.stringify({ holds: faults.length === 0, faults }));
  else await say(faults.length === 0 ? 'the policy holds' : faults.join('\n'));
  return faults.length === 0 ? 0 : 1;
}

/** Version 0 ships with the code and needs no gateway. */
async function show(asked: Asked): Promise<ExitCode> {
  const version = asked.values.version ?? 'current';
  if (version !== 'current' && !/^\d{1,9}$/.test(String(version))) throw new WrongUse('--version is a whole number');
  const shown =
    Number(version) === 0
      ? defaultPolicy
      : await askGateway<PolicyV1>(readSettings(asked), { path: `/v1/policies/${version}` });
  await say(JSON.stringify(shown, null, asked.values.json ? 0 : 2));
  return 0;
}

/** Looked through here first, so that what does not hold never leaves this machine. */
async function publish(asked: Asked): Promise<ExitCode> {
  const { note = '', json } = asked.values;
  const { policy: read, faults } = await readPolicy(asked.words[0] as string);
  if (!read || faults.length > 0) throw new SaidNo(faults.join('\n'), 'policy-does-not-hold');
  const body = { policy: read, note };
  const { version } = await askGateway<PolicyV1>(readSettings(asked), { method: 'POST', path: '/v1/policies', body });
  await say(json ? JSON.stringify({ version }) : `published as version ${version}`);
  return 0;
}

async function readPolicy(name: string): Promise<{ policy?: PolicyV1; faults: string[] }> {
  const { success, data, error } = PolicyV1.safeParse(parseJson((await readInput(name)).toString('utf8'), name));
  if (success) return { policy: data, faults: lintPolicy(data) };
  return { faults: error.issues.map(({ path, message }) => `${path.join('.') || 'policy'}: ${message}`) };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongUse(`${name} is not JSON: ${(error as Error).message}`);
  }
}
