/** Places outside, what breaks off and who calls back: what names nothing of this policy, or says nothing to the customer. */
import type { PolicyV1 } from '@trunkline/contracts';
import { type Fault, isOdd, isWrong, repeated } from './fault.ts';
import { lintMatter } from './lint-forms.ts';

export function lintProcedures(policy: PolicyV1): Fault[] {
  return [...lintPlaces(policy), ...lintBrokenOff(policy), ...lintCallBacks(policy)];
}

/** Of two places for the same matters the first would get all. */
function lintPlaces(policy: PolicyV1): Fault[] {
  const { external } = policy.transfer;
  const at = (nth: number) => `transfer.external[${nth}]`;
  const matters = external.map(({ when }) => JSON.stringify([when.topic, when.label, when.kind]));
  const isNamed = (nth: number) => Object.keys(external[nth]!.when).length > 0;
  return [
    ...repeated(external.map(({ code }) => code)).map((nth) =>
      isWrong(`${at(nth)}.code`, 'is-there-twice', { code: external[nth]!.code }),
    ),
    ...external.flatMap(({ when }, nth) => lintMatter(when, `${at(nth)}.when`, policy)),
    ...external.flatMap(({ name, text }, nth) =>
      (['en', 'zh'] as const).flatMap((language) => [
        ...(name[language].trim() ? [] : [isWrong(`${at(nth)}.name.${language}`, 'says-nothing')]),
        ...(text[language].trim() ? [] : [isWrong(`${at(nth)}.text.${language}`, 'says-nothing')]),
      ]),
    ),
    ...repeated(matters)
      .filter(isNamed)
      .map((nth) =>
        isOdd(`${at(nth)}.when`, 'matter-is-there-twice', { code: external[matters.indexOf(matters[nth]!)]!.code }),
      ),
  ];
}

function lintBrokenOff({ brokenOff, taxonomy }: PolicyV1): Fault[] {
  return brokenOff.alertsTopics.flatMap((topic, nth) =>
    taxonomy.topics.some(({ code }) => code === topic)
      ? []
      : [isWrong(`brokenOff.alertsTopics[${nth}]`, 'no-such-topic', { topic })],
  );
}

function lintCallBacks({ callBacks: { queue }, queues }: PolicyV1): Fault[] {
  return queue === null || queues.some(({ code }) => code === queue)
    ? []
    : [isWrong('callBacks.queue', 'no-such-queue', { queue })];
}
