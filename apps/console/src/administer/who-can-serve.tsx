/** Who can serve a queue right now by the staff's records; a warning where nobody can. */
import type { Queue } from '@trunkline/contracts';
import { Face } from '../parts/face.tsx';
import { Icon } from '../parts/icon.tsx';
import { useEditing, useSay } from './editing.ts';
import { useSkillName } from './use-skill-name.ts';
import { useStaff } from './use-staff.ts';
import { whoServes } from './who-serves.ts';

export function WhoCanServe({ queue }: { queue: Queue }) {
  const { t } = useSay();
  const { staff, online } = useStaff();
  const { goTo } = useEditing();
  const nameOf = useSkillName();
  if (!staff.data) return null;
  const { able, lacking } = whoServes(queue, staff.data);
  const there = able.filter(({ id }) => online.has(id)).length;
  const [near] = lacking;
  return (
    <div
      className="serving"
      data-tone={able.length === 0 && !queue.archived ? 'late' : undefined}
      data-testid="who-serves"
    >
      {able.length === 0 ? (
        <>
          <Icon name="alert" size={18} />
          <p className="grow">
            <b>{t('queues.nobody')}</b>{' '}
            {near
              ? t('queues.nobody-near', { name: near.person.name, skill: nameOf(near.skill), level: near.level })
              : t('queues.nobody-in-group')}
          </p>
          <button type="button" className="link" onClick={() => goTo('skills')}>
            {t('queues.to-skills')}
          </button>
        </>
      ) : (
        <>
          <span className="faces">
            {able.slice(0, 6).map(({ id, name }) => (
              <Face key={id} name={name} size={26} presence={online.has(id) ? 'online' : 'offline'} />
            ))}
          </span>
          <p className="grow">
            <b>{t('queues.can-serve', { count: able.length })}</b>{' '}
            <span className="quiet">
              {t('queues.online', { count: there })}
              {near && ` ${t('queues.lacking', { count: lacking.length })}`}
            </span>
          </p>
        </>
      )}
    </div>
  );
}
