/** What does not hold, in words: names of queues, labels and skills in place of their codes. */
import type { PolicyProblem } from '@trunkline/contracts';
import { reasons, sayReason } from '@trunkline/contracts';
import { useEditing, useSay } from './editing.ts';
import { useSkillName } from './use-skill-name.ts';

const named = ['queue', 'queues', 'way', 'label', 'topic', 'code'];

export function useSayFault(): (problem: PolicyProblem) => string {
  const { language } = useSay();
  const { policy } = useEditing();
  const skill = useSkillName();
  const { topics } = policy.taxonomy;
  const things = [...policy.queues, ...topics, ...topics.flatMap(({ labels }) => labels)];
  const questions = policy.trees.flatMap(({ nodes }) => nodes.map(({ code, question }) => ({ code, name: question })));
  const names = new Map([...questions, ...things].map(({ code, name }) => [code, name[language] || code]));
  const sayCodes = (text: string) => text.replace(/[a-z0-9]+(?:-[a-z0-9]+)*/g, (code) => names.get(code) ?? code);
  return (problem) => {
    const { code, values } = problem.because;
    // what the schema says carries no codes of ours, and was put in words by the server
    if (!(code in reasons) || code === 'breaks-the-schema') return problem[language];
    const spelt = Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      return [name, name === 'skill' ? skill(value) : named.includes(name) ? sayCodes(value) : value];
    });
    return sayReason(code, language, Object.fromEntries(spelt));
  };
}
