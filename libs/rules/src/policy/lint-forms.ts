/** Finds forms that cannot be asked: for a matter that is not there, with a field twice, or choices of none. */
import type { ForMatter, PolicyV1 } from '@trunkline/contracts';
import { type Fault, isWrong } from './fault.ts';

export function lintForms(policy: PolicyV1): Fault[] {
  return policy.forms.flatMap(({ when, fields }, at) => {
    const path = `forms[${at}]`;
    const choiceless = fields.flatMap((field, nth) =>
      field.kind === 'choice' && field.choices.length === 0
        ? [isWrong(`${path}.fields[${nth}].choices`, 'form-choices-missing', { code: field.code })]
        : [],
    );
    const twice = fields.flatMap(({ code }, nth) =>
      fields.findIndex((one) => one.code === code) < nth
        ? [isWrong(`${path}.fields[${nth}].code`, 'form-field-twice', { code: code })]
        : [],
    );
    return [...lintMatter(when, `${path}.when`, policy), ...choiceless, ...twice];
  });
}

/** Topics and labels that the taxonomy does not know. */
export function lintMatter({ topic, label }: ForMatter, path: string, { taxonomy }: PolicyV1): Fault[] {
  const isTopic = topic === undefined || taxonomy.topics.some(({ code }) => code === topic);
  const isLabel =
    label === undefined || taxonomy.topics.some(({ labels }) => labels.some(({ code }) => code === label));
  return [
    ...(isTopic ? [] : [isWrong(`${path}.topic`, 'form-for-nothing', { code: topic! })]),
    ...(isLabel ? [] : [isWrong(`${path}.label`, 'form-for-nothing', { code: label! })]),
  ];
}
