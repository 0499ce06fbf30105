/** One decision with its working: the sentence, the order key, each candidate's first failing rule, what would change it. */
import type { Explanation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { sayInstant } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useWords } from '../parts/use-words.ts';
import { OrderKeyBar } from './order-key-bar.tsx';

type Decision = Explanation['decisions'][number];

export function DecisionView({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const who = words.person(decision.agentId);
  const needs = Object.entries(decision.requires).map(([skill, level]) =>
    t('why.skill-level', { skill: words.skill(skill), level }),
  );
  return (
    <div className="decision">
      <p className="why-sentence">
        {[t(`why.${decision.kind}`, { who }), words.because(decision.because)].join(t('sentence-gap'))}
      </p>
      <p className="small quiet">
        {words.queue(decision.queue)}
        {needs.length > 0 && ` · ${t('why.needs', { needs: needs.join(t('list-comma')) })}`}
        {decision.ring > 0 && ` · ${t('why.ring', { ring: decision.ring })}`}
      </p>
      <OrderKeyBar parts={decision.orderKeyParts} />
      <Candidates candidates={decision.candidates} />
      <Counts counts={decision.counts} />
      {decision.wouldChange.length > 0 && (
        <div>
          <h4>{t('why.would-change')}</h4>
          <ul className="would-change">
            {decision.wouldChange.map((because, index) => (
              <li key={`${because.code}${index.toString()}`}>{words.because(because)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="small quiet">
        {t('why.policy', { version: decision.policyVersion, at: sayInstant(decision.at, language) })}
      </p>
    </div>
  );
}

/** A big desk is counted: how many each rule turned down. */
function Counts({ counts }: { counts: Decision['counts'] }) {
  const { t } = useTranslation();
  const words = useWords();
  if (!counts) return null;
  return (
    <ul className="small quiet counts">
      {Object.entries(counts).map(([code, count]) => (
        <li key={code}>{t('why.count', { count, because: words.because({ code, values: {} }) })}</li>
      ))}
    </ul>
  );
}

function Candidates({ candidates }: { candidates: Decision['candidates'] }) {
  const { t } = useTranslation();
  const words = useWords();
  if (candidates.length === 0) return null;
  const sorted = [...candidates].sort((one, other) => Number(other.chosen) - Number(one.chosen));
  return (
    <table className="candidates">
      <thead>
        <tr>
          <th scope="col">{t('why.candidate')}</th>
          <th scope="col">{t('why.first-rule')}</th>
          <th scope="col">{t('why.load')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ agentId, name, chosen, because, load, capacity }) => (
          <tr key={agentId} data-chosen={chosen || undefined}>
            <th scope="row">
              <span className="line">
                {chosen && <Icon name="check" size={13} label={t('why.chosen')} />}
                <span className="cut">{name}</span>
              </span>
            </th>
            <td>{words.because(because)}</td>
            <td>
              {load}/{capacity}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
