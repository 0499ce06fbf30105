/** `trunkline policy`: whether a policy holds, which one is in force, what differs between two, and a new version. */

import { type PolicyV1, readPolicy } from '@trunkline/contracts';
import { comparePolicies, defaultPolicy } from '@trunkline/rules';
import { askGateway } from './ask-gateway.ts';
import { demandPolicy, inWords, judgePolicy } from './judge-policy.ts';
import { readJson } from './read-json.ts';
import { readSettings } from './read-settings.ts';
import { SaidNo, WrongUse } from './refused.ts';
import { say } from './say.ts';
import { sayChange } from './say-change.ts';
import type { Asked, ExitCode } from './verb.ts';

export const policy = { lint, show, diff, publish };

/** Warnings are shown and change nothing: it holds. */
async function lint({ words, values }: Asked): Promise<ExitCode> {
  const { problems } = await judgePolicy(words[0] as string, values.staff as string | undefined);
  const holds = problems.every(({ severity }) => severity !== 'error');
  if (values.json) await say(JSON.stringify({ holds, problems }));
  else {
    for (const problem of problems) await say(inWords(problem));
    await say(holds ? 'the policy holds' : 'the policy does not hold');
  }
  return holds ? 0 : 1;
}

async function show(asked: Asked): Promise<ExitCode> {
  const version = asked.values.version ?? 'current';
  if (version !== 'current' && !isVersion(String(version))) throw new WrongUse('--version is a whole number');
  const shown = await readVersion(String(version), asked);
  await say(JSON.stringify(shown, null, asked.values.json ? 0 : 2));
  return 0;
}

/** 1 where they differ, as `diff` does. */
async function diff(asked: Asked): Promise<ExitCode> {
  const [from, to] = [await readSide(asked.words[0]!, asked), await readSide(asked.words[1]!, asked)];
  const changes = comparePolicies(from, to);
  for (const change of changes) await say(asked.values.json ? JSON.stringify(change) : sayChange(change));
  if (changes.length === 0 && !asked.values.json) await say('the policies say the same');
  return changes.length === 0 ? 0 : 1;
}

/** Looked through here first, so that what does not hold never leaves this machine. */
async function publish(asked: Asked): Promise<ExitCode> {
  const { note = '', base, json } = asked.values;
  if (base !== undefined && !isVersion(String(base))) throw new WrongUse('--base is a whole number');
  const read = await demandPolicy(asked.words[0]!);
  const body = { policy: read, note, ...(base !== undefined && { baseVersion: Number(base) }) };
  const { version } = await askGateway<PolicyV1>(readSettings(asked), { method: 'POST', path: '/v1/policies', body });
  await say(json ? JSON.stringify({ version }) : `published as version ${version}`);
  return 0;
}

const isVersion = (text: string) => /^\d{1,9}$/.test(text);

/** Version 0 ships with the code and needs no gateway. */
function readVersion(version: string, asked: Asked): Promise<PolicyV1> | PolicyV1 {
  if (Number(version) === 0) return defaultPolicy;
  return askGateway<PolicyV1>(readSettings(asked), { path: `/v1/policies/${version}` });
}

/** A published version's number, `current`, or a file. What an older version does not have, has its default. */
async function readSide(name: string, asked: Asked): Promise<PolicyV1> {
  const isPublished = isVersion(name) || name === 'current';
  const read = readPolicy(isPublished ? await readVersion(name, asked) : await readJson(name));
  if (!read.ok) throw new SaidNo(read.problems.map(inWords).join('\n'), 'policy-does-not-hold');
  return read.policy;
}
