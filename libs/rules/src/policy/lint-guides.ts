/** Finds canned answers with holes that nobody fills, trees that lead nowhere or in a ring, macros that cannot be run. */
import type { PolicyV1, QuestionTree, TreeEnd } from '@trunkline/contracts';
import { cannedHoles } from '../guide/which-guides.ts';
import { type Fault, isOdd, isWrong, repeated } from './fault.ts';
import { lintMatter } from './lint-forms.ts';

export function lintGuides(policy: PolicyV1): Fault[] {
  return [
    ...lintCanned(policy),
    ...policy.trees.flatMap((tree, at) => lintTree(tree, `trees[${at}]`, policy)),
    ...lintMacros(policy),
  ];
}

const holesIn = (text: string) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string);
const isHole = (name: string) => (cannedHoles as readonly string[]).includes(name);

function lintCanned({ canned, queues }: PolicyV1): Fault[] {
  const twice = repeated(canned.map(({ shortcut }, at) => shortcut ?? `\0${at}`));
  return canned.flatMap(({ text, queues: only }, at) => [
    ...(['en', 'zh'] as const).flatMap((language) =>
      holesIn(text[language])
        .filter((hole) => !isHole(hole))
        .map((hole) => isWrong(`canned[${at}].text.${language}`, 'no-such-hole', { hole })),
    ),
    ...(twice.includes(at) ? [isWrong(`canned[${at}].shortcut`, 'shortcut-twice', {})] : []),
    ...only.flatMap((queue, nth) =>
      queues.some(({ code }) => code === queue)
        ? []
        : [isWrong(`canned[${at}].queues[${nth}]`, 'no-such-queue', { queue })],
    ),
  ]);
}

function lintTree(tree: QuestionTree, path: string, policy: PolicyV1): Fault[] {
  const codes = tree.nodes.map(({ code }) => code);
  const place = (code: string) => codes.indexOf(code);
  const ends = tree.nodes.flatMap(({ answers }, node) =>
    answers.flatMap((answer, at): Fault[] => {
      const here = `${path}.nodes[${node}].answers[${at}]`;
      if (answer.end) return lintEnd(answer.end, here, policy);
      if (answer.to === null) return [isWrong(here, 'answer-leads-nowhere', {})];
      return place(answer.to) < 0 ? [isWrong(`${here}.to`, 'no-such-question', { code: answer.to })] : [];
    }),
  );
  return [
    ...lintMatter(tree.when, `${path}.when`, policy),
    ...(place(tree.start) < 0 ? [isWrong(`${path}.start`, 'no-such-question', { code: tree.start })] : []),
    ...repeated(codes).map((at) => isWrong(`${path}.nodes[${at}].code`, 'question-twice', { code: codes[at]! })),
    ...ends,
    ...lintReach(tree, path),
  ];
}

/** A question that comes again on its own path is a ring; one that no path reaches is never asked. */
function lintReach(tree: QuestionTree, path: string): Fault[] {
  const asked = new Set<string>();
  const rings = new Set<string>();
  const follow = (code: string, before: readonly string[]): void => {
    if (before.includes(code)) return void rings.add(code);
    const node = tree.nodes.find((one) => one.code === code);
    if (!node || asked.has(code)) return;
    asked.add(code);
    for (const { to } of node.answers) if (to) follow(to, [...before, code]);
  };
  follow(tree.start, []);
  return tree.nodes.flatMap(({ code }, at) => [
    ...(rings.has(code) ? [isWrong(`${path}.nodes[${at}]`, 'question-in-a-ring', { code })] : []),
    ...(asked.has(code) ? [] : [isOdd(`${path}.nodes[${at}]`, 'question-never-asked', { code })]),
  ]);
}

function lintEnd(end: TreeEnd, here: string, { queues, departments }: PolicyV1): Fault[] {
  if (end.kind === 'transfer' && !queues.some(({ code }) => code === end.queue))
    return [isWrong(`${here}.end.queue`, 'no-such-queue', { queue: end.queue })];
  const department = end.kind === 'ticket' ? end.ticket.department : null;
  return department === null || departments.some(({ code }) => code === department)
    ? []
    : [isWrong(`${here}.end.ticket.department`, 'no-such-department', { department })];
}

function lintMacros({ macros, queues, departments, taxonomy }: PolicyV1): Fault[] {
  const labels = new Set(taxonomy.topics.flatMap((topic) => topic.labels.map(({ code }) => code)));
  return macros.flatMap(({ steps }, at) =>
    steps.flatMap((step, nth): Fault[] => {
      const here = `macros[${at}].steps[${nth}]`;
      const isLast = nth === steps.length - 1;
      if ((step.act === 'transfer' || step.act === 'resolve') && !isLast)
        return [isWrong(here, 'macro-goes-on-after-end', {})];
      if (step.act === 'transfer' && !queues.some(({ code }) => code === step.queue))
        return [isWrong(`${here}.queue`, 'no-such-queue', { queue: step.queue })];
      if (step.act === 'label' && !labels.has(step.label))
        return [isWrong(`${here}.label`, 'no-such-label', { label: step.label })];
      const isUnknown =
        step.act === 'ticket' && step.department && !departments.some(({ code }) => code === step.department);
      if (isUnknown) return [isWrong(`${here}.department`, 'no-such-department', { department: step.department! })];
      return [];
    }),
  );
}
