/** The floor: what presses, how the queues stand, what each person carries, and what else has to be answered. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Consults } from '../consults/consults.tsx';
import { agentsQuery, queuesQuery } from '../parts/queries.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useMayDecide } from '../parts/use-role.ts';
import { Alerts } from '../signs/alerts.tsx';
import { Incidents } from '../signs/incidents.tsx';
import { Results } from '../submissions/results.tsx';
import { Directives } from '../transfers/directives.tsx';
import { Corrections } from '../understand/corrections.tsx';
import { Duty } from './duty.tsx';
import { Parked } from './parked.tsx';
import { People } from './people.tsx';
import { Queues } from './queues.tsx';
import './supervise.css';
import { Urgent } from './urgent.tsx';

export function Floor() {
  const { t } = useTranslation();
  const mayDecide = useMayDecide();
  const queues = useQuery({ ...queuesQuery, refetchInterval: 15_000 });
  const agents = useQuery({ ...agentsQuery, refetchInterval: 15_000 });
  const refused = queues.error ?? agents.error;
  return (
    <main className="floor scroll">
      <h1>{t('rail.floor')}</h1>
      {refused && !queues.data ? (
        <Refusal error={refused} again={() => void queues.refetch()} />
      ) : (
        <>
          <div className="floor-first">
            <Urgent />
          </div>
          <div className="floor-plan">
            <div className="floor-side">
              <Queues rows={queues.data} />
              <People rows={agents.data} />
            </div>
            <div className="floor-side">
              <Consults />
              <Incidents />
              <Alerts />
              <Results />
              <Directives />
              <Duty />
              {mayDecide && <Corrections />}
              {mayDecide && <Parked />}
            </div>
          </div>
        </>
      )}
    </main>
  );
}
