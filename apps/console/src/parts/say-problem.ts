/** The sentence for whatever went wrong: what stands against it, never a code alone. */
import { reasons, sayReason } from '@trunkline/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from './refused.ts';
import { useLanguage } from './use-language.ts';

export function useSayProblem(): (error: unknown) => string {
  const language = useLanguage();
  const { t } = useTranslation();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof Refused)) return sayReason('went-wrong', language);
      if (error.reason === 'no-connection') return t('problem.no-connection');
      return error.reason in reasons ? sayReason(error.reason, language, error.values) : error.detail || error.reason;
    },
    [language, t],
  );
}
