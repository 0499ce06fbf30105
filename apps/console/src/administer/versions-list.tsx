/** Every version that was in force: when, by whom, why; two of them compared, one of them taken up again. */
import { Button, NativeSelect } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PolicyChanges, PolicyV1 } from '@trunkline/contracts';
import { useState } from 'react';
import { Ago } from '../parts/ago.tsx';
import { Bones } from '../parts/bones.tsx';
import { ask } from '../parts/gateway.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useWords } from '../parts/use-words.ts';
import { ChangesList } from './changes-list.tsx';
import { stepBack, write } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { fillIn } from './fill-in.ts';
import { Part } from './page-head.tsx';
import { staffQuery } from './use-staff.ts';

type Version = { version: number; note: string; publishedBy: string | null; publishedAt: string };

const versionsQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: async ({ signal }) => (await ask<{ items: Version[] }>('/v1/policies', { signal })).items,
});
const versionQuery = (version: number) =>
  queryOptions({
    queryKey: ['policies', version],
    queryFn: ({ signal }) => ask<PolicyV1>(`/v1/policies/${version}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export function VersionsList({ showDraft }: { showDraft: () => void }) {
  const { t } = useSay();
  const query = useQuery(versionsQuery);
  const [two, setTwo] = useState<{ from: number; to: number } | null>(null);
  if (query.error && !query.data) return <Refusal error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Bones shape="rows" />;
  const versions = query.data;
  const newest = versions[0]?.version ?? 1;
  return (
    <div className="split wide-left">
      <section className="part" aria-label={t('versions.all')}>
        <ol className="versions">
          {versions.map((one) => (
            <VersionRow
              key={one.version}
              version={one}
              isInForce={one.version === newest}
              isCompared={two !== null && (one.version === two.from || one.version === two.to)}
              compare={() =>
                setTwo(
                  one.version === newest
                    ? { from: Math.max(1, newest - 1), to: newest }
                    : { from: one.version, to: newest },
                )
              }
              showDraft={showDraft}
            />
          ))}
        </ol>
      </section>
      <Compared two={two ?? { from: Math.max(1, newest - 1), to: newest }} versions={versions} change={setTwo} />
    </div>
  );
}

type RowProps = {
  version: Version;
  isInForce: boolean;
  isCompared: boolean;
  compare: () => void;
  showDraft: () => void;
};

function VersionRow({
  version: { version, note, publishedBy, publishedAt },
  isInForce,
  isCompared,
  compare,
  showDraft,
}: RowProps) {
  const { t } = useSay();
  const words = useWords();
  const staff = useQuery(staffQuery).data;
  const { mayWrite } = useEditing();
  const takeUp = useTakeUp(showDraft);
  const who = publishedBy
    ? (staff?.find(({ id }) => id === publishedBy)?.name ?? words.person(publishedBy))
    : t('versions.by-house');
  return (
    <li className="version" data-compared={isCompared || undefined} data-testid="version-row">
      <b className="version-number">{version}</b>
      <span className="grow two-lines">
        <span className="line">
          <span className="cut">{note || <span className="quiet">{t('versions.no-note')}</span>}</span>
          {isInForce && (
            <span className="chip" data-tone="accent">
              {t('versions.in-force')}
            </span>
          )}
        </span>
        <span className="small quiet">
          {who} · <Ago at={publishedAt} />
        </span>
      </span>
      <Button size="compact-sm" variant="subtle" onClick={compare} aria-label={t('versions.compare-one', { version })}>
        {t('versions.compare')}
      </Button>
      {mayWrite && !isInForce && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void takeUp(version)}
          aria-label={t('versions.take-up-one', { version })}
        >
          {t('versions.take-up')}
        </Button>
      )}
    </li>
  );
}

/** Going back is a draft like any other: looked at, tried, and published as the next version. */
function useTakeUp(showDraft: () => void) {
  const client = useQueryClient();
  const { t } = useSay();
  const { base } = useEditing();
  const sayProblem = useSayProblem();
  return async (version: number) => {
    try {
      const old = await client.fetchQuery(versionQuery(version));
      write({ ...base, ...fillIn(old), version: base.version });
      tell(t('versions.taken-up', { version }), 'calm', { words: t('undo'), run: stepBack });
      showDraft();
    } catch (error) {
      tell(sayProblem(error), 'failed');
    }
  };
}

type ComparedProps = {
  two: { from: number; to: number };
  versions: Version[];
  change: (two: { from: number; to: number }) => void;
};

function Compared({ two, versions, change }: ComparedProps) {
  const { t } = useSay();
  const query = useQuery({
    queryKey: ['policies', 'compare', two.from, two.to],
    queryFn: ({ signal }) => ask<PolicyChanges>('/v1/policies/compare', { body: two, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: two.from !== two.to,
  });
  const changes = query.data?.changes ?? [];
  const data = versions.map(({ version }) => ({ value: String(version), label: t('versions.version', { version }) }));
  return (
    <Part title={t('versions.compared')}>
      <div className="line">
        <NativeSelect
          size="xs"
          aria-label={t('versions.from')}
          value={String(two.from)}
          data={data}
          onChange={({ currentTarget }) => change({ ...two, from: Number(currentTarget.value) })}
        />
        <span aria-hidden="true">→</span>
        <NativeSelect
          size="xs"
          aria-label={t('versions.to')}
          value={String(two.to)}
          data={data}
          onChange={({ currentTarget }) => change({ ...two, to: Number(currentTarget.value) })}
        />
      </div>
      {query.isLoading && <Bones shape="card" />}
      {query.error && <Refusal error={query.error} again={() => void query.refetch()} />}
      {(two.from === two.to || (query.isSuccess && changes.length === 0)) && (
        <p className="quiet">{t(versions.length < 2 ? 'versions.only-one' : 'versions.same')}</p>
      )}
      {changes.length > 0 && <ChangesList changes={changes} />}
    </Part>
  );
}
