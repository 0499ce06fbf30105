/** `trunkline classify text`: the label, sureness and evidence of a text, or of each line of the input. */
import { createInterface } from 'node:readline';
import { type PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy, fitTaxonomy, type NamedMatter, nameTheMatter } from '@trunkline/rules';
import { demandPolicy } from './judge-policy.ts';
import { matchPattern } from './match-pattern.ts';

import { say } from './say.ts';
import type { Asked, ExitCode } from './verb.ts';

export async function classifyText({ words, values }: Asked): Promise<ExitCode> {
  const policy = typeof values.policy === 'string' ? await demandPolicy(values.policy) : defaultPolicy;
  const basis = { policy, model: fitTaxonomy(policy), matcher: matchPattern };
  for await (const text of textsOf(words)) {
    const named = nameTheMatter(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en', basis);
    await say(values.json ? JSON.stringify({ text, ...named }) : inWords(named, policy));
  }
  return 0;
}

async function* textsOf([word]: string[]): AsyncGenerator<string> {
  if (word !== undefined) yield word;
  else for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') yield line;
}

function inWords({ label, confidence, evidence, because }: NamedMatter, policy: PolicyV1): string {
  const threshold = `${because}, threshold ${policy.taxonomy.confidenceThreshold}`;
  return [label ?? `unclassified (${threshold})`, confidence.toFixed(3), evidence.join(' · ')].join('\t');
}
