/** What a department is called: as the policy names it, else as it was written. */
import { useQuery } from '@tanstack/react-query';
import type { Submission } from '@trunkline/contracts';
import { policyQuery } from '../parts/queries.ts';
import { useLanguage } from '../parts/use-language.ts';

export function useDepartmentOf(): (one: Pick<Submission, 'department'>) => string {
  const language = useLanguage();
  const departments = useQuery(policyQuery).data?.departments ?? [];
  return ({ department }) => departments.find(({ code }) => code === department)?.name[language] ?? department;
}
