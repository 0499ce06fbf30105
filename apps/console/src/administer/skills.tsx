/** Skills and the people who have them: the catalogue is part of the policy, levels stand in the staff's records at once. */
import { Button, Tabs, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Bones } from '../parts/bones.tsx';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useEditing, useSay } from './editing.ts';
import { PageHead } from './page-head.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { SkillCatalogue } from './skill-catalogue.tsx';
import { SkillMatrix } from './skill-matrix.tsx';
import { StaffTable } from './staff-table.tsx';
import { useStaff } from './use-staff.ts';

const views = ['levels', 'people', 'catalogue'] as const;

export function Skills() {
  const { t } = useSay();
  const { mayWrite, at } = useEditing();
  const { staff } = useStaff();
  const [words, setWords] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [view, setView] = useState<string | null>(at.startsWith('skills') ? 'catalogue' : 'levels');
  const found = (staff.data ?? []).filter(({ name, number, groups, email }) =>
    [name, number, email, ...groups].some((one) => one.toLowerCase().includes(words.trim().toLowerCase())),
  );
  return (
    <>
      <PageHead page="skills">
        {mayWrite && (
          <Button
            size="compact-sm"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setAdding(true)}
            data-testid="add-person"
          >
            {t('staff.add')}
          </Button>
        )}
      </PageHead>
      <Tabs value={view} onChange={setView} keepMounted={false}>
        <div className="line tabs-line">
          <Tabs.List className="grow">
            {views.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`skills.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {view !== 'catalogue' && (
            <TextInput
              size="xs"
              className="find"
              aria-label={t('staff.find')}
              placeholder={t('staff.find')}
              leftSection={<Icon name="search" size={14} />}
              value={words}
              onChange={({ currentTarget }) => setWords(currentTarget.value)}
            />
          )}
        </div>
        {staff.isPending && <Bones shape="rows" />}
        {staff.error && !staff.data && <Refusal error={staff.error} again={() => void staff.refetch()} />}
        <Tabs.Panel value="levels">{staff.data && <SkillMatrix people={found} all={staff.data} />}</Tabs.Panel>
        <Tabs.Panel value="people">{staff.data && <StaffTable people={found} />}</Tabs.Panel>
        <Tabs.Panel value="catalogue">
          <SkillCatalogue />
        </Tabs.Panel>
      </Tabs>
      {isAdding && <PersonDialog person={null} close={() => setAdding(false)} />}
    </>
  );
}
