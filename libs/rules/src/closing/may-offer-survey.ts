/** Whether a survey may be offered: where it can still be answered, and once a resolution (`domain.md` §7). */
import type { Closing, PolicyV1, Standard } from '@trunkline/contracts';

type Asked = {
  standard: Standard;
  /** A machine wrote, or there is no address. */
  canBeTold: boolean;
  closing: Pick<Closing, 'survey'> | null;
};
export type SurveyOffer = { ok: true } | { ok: false; because: 'survey-not-here' | 'surveyed-already' | 'no-address' };

export function mayOfferSurvey(
  { standard, canBeTold, closing }: Asked,
  { closing: rules }: Pick<PolicyV1, 'closing'>,
): SurveyOffer {
  if (closing?.survey) return { ok: false, because: 'surveyed-already' };
  if (!canBeTold) return { ok: false, because: 'no-address' };
  return rules.surveyOn.includes(standard) ? { ok: true } : { ok: false, because: 'survey-not-here' };
}
