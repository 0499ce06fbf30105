/** What the form before the chat asks whom, and whether answers to it can be taken; what they say of who writes. */
import type { AskedField, ChatAsked, IdentityEvidence } from '@trunkline/contracts';

type Known = { name: string | null; email: string | null; form: Record<string, string> };

/** Nobody is asked again for what is known of them, or what they answered before. */
export function askFor(fields: AskedField[], known: Known, language: 'en' | 'zh'): ChatAsked[] {
  const isKnown = ({ code, kind }: AskedField) =>
    known.form[code] !== undefined ||
    (kind === 'email' && known.email !== null) ||
    (code === 'name' && known.name !== null);
  return fields
    .filter((field) => !isKnown(field))
    .map(({ code, name, kind, isRequired, choices }) => ({
      code,
      label: name[language],
      kind,
      isRequired,
      choices: choices.map((choice) => ({ code: choice.code, label: choice.name[language].slice(0, 80) })),
    }));
}

const fits: Record<AskedField['kind'], RegExp> = {
  text: /^.{0,500}$/s,
  'long-text': /^.{0,2000}$/s,
  email: /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/,
  phone: /^\+?[\d\s().-]{5,25}$/,
  number: /^[-+]?\d{1,15}([.,]\d{1,6})?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  choice: /^.{1,64}$/s,
};

export type Checked =
  | { kind: 'fine'; form: Record<string, string>; evidence: IdentityEvidence[] }
  | { kind: 'wrong'; field: AskedField };

/** Answers to what is not asked are left out; an answer that cannot be one names its field. */
export function checkForm(given: Record<string, string>, fields: AskedField[]): Checked {
  const form: Record<string, string> = {};
  const evidence: IdentityEvidence[] = [];
  for (const field of fields) {
    const value = given[field.code]?.replaceAll('\0', '').trim() ?? '';
    if (value === '') continue;
    const isChoice = field.kind !== 'choice' || field.choices.some(({ code }) => code === value);
    if (!fits[field.kind].test(value) || !isChoice) return { kind: 'wrong', field };
    form[field.code] = value;
    if (field.kind === 'email') evidence.push({ kind: 'email', value: value.toLowerCase(), by: 'customer' });
    if (field.kind === 'phone') evidence.push({ kind: 'phone', value: value.replace(/[^\d+]/g, ''), by: 'customer' });
  }
  return { kind: 'fine', form, evidence: evidence.slice(0, 8) };
}
