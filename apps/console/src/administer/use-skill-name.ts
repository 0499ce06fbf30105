/** What a skill is called: by the catalogue of the policy, by the house for languages, else its code. */
import { useTranslation } from 'react-i18next';
import { useEditing, useSay } from './editing.ts';

export function useSkillName(): (code: string) => string {
  const { policy } = useEditing();
  const { language } = useSay();
  const { t: root } = useTranslation();
  const names = new Map(policy.skills.map(({ code, name }) => [code, name[language]]));
  return (code) => names.get(code) || root(`skill.${code}`, { defaultValue: code });
}
