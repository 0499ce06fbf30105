/** The draft before it is published, what it would have done, and every version that was. */
import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { DraftReview } from './draft-review.tsx';
import { DryRunBox } from './dry-run-box.tsx';
import { useEditing, useSay } from './editing.ts';
import { PageHead } from './page-head.tsx';
import { VersionsList } from './versions-list.tsx';

export function Versions() {
  const { t } = useSay();
  const { mayWrite, changes } = useEditing();
  const [view, setView] = useState<string | null>(mayWrite && changes.length > 0 ? 'draft' : 'all');
  return (
    <>
      <PageHead page="versions" />
      <Tabs value={view} onChange={setView}>
        <Tabs.List>
          {mayWrite && <Tabs.Tab value="draft">{t('versions.draft', { count: changes.length })}</Tabs.Tab>}
          {mayWrite && <Tabs.Tab value="dry-run">{t('dry-run.title')}</Tabs.Tab>}
          <Tabs.Tab value="all">{t('versions.all')}</Tabs.Tab>
        </Tabs.List>
        {mayWrite && (
          <>
            <Tabs.Panel value="draft">
              <DraftReview tryIt={() => setView('dry-run')} />
            </Tabs.Panel>
            <Tabs.Panel value="dry-run">
              <DryRunBox />
            </Tabs.Panel>
          </>
        )}
        <Tabs.Panel value="all">
          <VersionsList showDraft={() => setView('draft')} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
