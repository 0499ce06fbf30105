/** Why this conversation is where it is: a sentence, the place in the queue, and the decision's working. */

import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainQuery } from '../parts/queries.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { sayClock } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useWords } from '../parts/use-words.ts';
import { DecisionView } from './decision-view.tsx';
import { OrderKeyBar } from './order-key-bar.tsx';
import { useSayWait } from './use-say-wait.ts';

export function WhyPanel({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const sayProblem = useSayProblem();
  const [chosen, choose] = useState<string | null>(null);
  const query = useQuery(explainQuery(conversation.id));
  const decisions = [...(query.data?.decisions ?? [])].sort((one, other) => other.step - one.step);
  const decision = decisions.find(({ id }) => id === chosen) ?? decisions[0];
  const place = query.data?.place;
  const sayWait = useSayWait();
  return (
    <div className="why" data-testid="why-panel">
      {query.error && <p className="small quiet">{sayProblem(query.error)}</p>}
      {place && (
        <p className="why-place">
          <b>{t('why.place', place)}</b> {words.because(place.because)} {sayWait(place.wait)}
        </p>
      )}
      {decision && <DecisionView decision={decision} />}
      {query.isSuccess && !decision && (
        <>
          <p className="small quiet">{t('why.none')}</p>
          <OrderKeyBar parts={conversation.orderKeyParts} />
        </>
      )}
      {decisions.length > 1 && (
        <label className="small quiet line">
          {t('why.earlier')}
          <select
            className="why-choose"
            value={decision?.id ?? ''}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {decisions.map(({ id, at, kind }) => (
              <option key={id} value={id}>
                {sayClock(at, language)} · {t(`state.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
