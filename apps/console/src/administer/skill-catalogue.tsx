/** Skills by name: what queues may require and people may have. */
import { Empty } from '../parts/empty.tsx';
import { write } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { Problems } from './field.tsx';
import { NewItem, type NewNames } from './new-item.tsx';
import { Part } from './page-head.tsx';
import { RemoveItem } from './remove-item.tsx';
import { BothBox } from './text-box.tsx';
import { useStaff } from './use-staff.ts';
import { knownSkills } from './who-serves.ts';

export function SkillCatalogue() {
  const { t, language } = useSay();
  const { policy, mayWrite } = useEditing();
  const people = useStaff().staff.data ?? [];
  const codes = policy.skills.map(({ code }) => code);
  const unnamed = knownSkills(policy, people).filter((code) => !codes.includes(code) && !code.startsWith('lang-'));
  const add = (names: NewNames) => write({ ...policy, skills: [...policy.skills, names] });
  const usedBy = (code: string) => ({
    queues: policy.queues.filter(({ requires }) => code in requires).length,
    people: people.filter(({ skills }) => code in skills).length,
  });
  return (
    <Part title={t('skills.catalogue')} hint={t('skills.catalogue-hint')} path="skills">
      {codes.length === 0 && (
        <Empty icon="spark" title={t('skills.none')}>
          {t('skills.none-more')}
        </Empty>
      )}
      <ul className="catalogue">
        {policy.skills.map(({ code, name }) => (
          <li key={code} className="catalogue-row">
            <BothBox path={`skills[${code}].name`} label={code} />
            <div className="line">
              <span className="quiet small grow">{t('skills.used', usedBy(code))}</span>
              <RemoveItem path={`skills[${code}]`} name={name[language]} what="skill" />
            </div>
            <Problems path={`skills[${code}].code`} />
          </li>
        ))}
      </ul>
      <div className="line wrap">
        <NewItem what="skill" taken={codes} add={add} />
        {mayWrite &&
          unnamed.map((code) => (
            <button
              key={code}
              type="button"
              className="chip"
              onClick={() => add({ code, name: { en: code, zh: code } })}
            >
              {t('skills.name-it', { code })}
            </button>
          ))}
      </div>
    </Part>
  );
}
