/** Notification targets: added, tried with one press, switched off; and below what they were told. */
import { Button, Popover, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewTarget, Notification, NotifyTarget } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useWords } from '../parts/use-words.ts';
import { useEditing, useSay } from './editing.ts';
import { PageHead, Part } from './page-head.tsx';
import { TargetDialog } from './target-dialog.tsx';
import { notificationsQuery, targetsQuery } from './target-queries.ts';
import './time-pages.css';

export function Targets() {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const query = useQuery(targetsQuery);
  const [open, setOpen] = useState<NotifyTarget | 'new' | null>(null);
  return (
    <>
      <PageHead page="targets">
        {mayWrite && (
          <Button
            size="compact-md"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setOpen('new')}
            data-testid="new-target"
          >
            {t('targets.new')}
          </Button>
        )}
      </PageHead>
      <div className="editor">
        <Part title={t('targets.all')}>
          {query.isPending && <Bones shape="card" />}
          {query.error && !query.data && <Refusal error={query.error} again={() => void query.refetch()} />}
          {query.data?.length === 0 && (
            <Empty icon="bell" title={t('targets.none')}>
              {t('targets.none-more')}
            </Empty>
          )}
          <ul className="targets-list">
            {query.data?.map((target) => (
              <TargetRow key={target.code} target={target} edit={() => setOpen(target)} />
            ))}
          </ul>
        </Part>
        <Told />
      </div>
      {open && <TargetDialog target={open === 'new' ? null : open} close={() => setOpen(null)} />}
    </>
  );
}

function TargetRow({ target, edit }: { target: NotifyTarget; edit: () => void }) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const orders = useTargetOrders(target);
  const { name, kind, address, active, lastAt, lastState } = target;
  return (
    <li className="target-row" data-testid="target-row" data-code={target.code}>
      <span className="chip">{t(`targets.kind.${kind}`)}</span>
      <span className="two-lines grow">
        <b className="cut">{name}</b>
        <span className="small quiet cut">{address}</span>
      </span>
      <span className="small quiet">
        {lastAt && lastState ? (
          <span className="left" data-pressure={lastState === 'failed' ? 'late' : undefined}>
            <Icon name={lastState === 'failed' ? 'alert' : 'check'} size={13} />
            {t(`targets.state.${lastState}`)} · <Ago at={lastAt} />
          </span>
        ) : (
          t('targets.never')
        )}
      </span>
      <Switch
        aria-label={t('targets.active-of', { name })}
        checked={active}
        disabled={!mayWrite}
        onChange={({ currentTarget }) => orders.change({ active: currentTarget.checked })}
      />
      {mayWrite && (
        <span className="line">
          <Button
            size="compact-sm"
            variant="default"
            loading={orders.isTrying}
            onClick={orders.test}
            data-testid="target-test"
          >
            {t('targets.test')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={edit} leftSection={<Icon name="pencil" size={13} />}>
            {t('targets.edit')}
          </Button>
          <RemoveTarget name={name} remove={orders.remove} />
        </span>
      )}
    </li>
  );
}

/** Its key cannot be read again, so this asks once instead of offering a way back. */
function RemoveTarget({ name, remove }: { name: string; remove: () => void }) {
  const { t } = useSay();
  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="red" aria-label={t('targets.remove', { name })}>
          <Icon name="trash" size={15} />
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className="small">{t('targets.remove-sure')}</p>
        <Button size="compact-sm" color="red" mt={8} onClick={remove} data-autofocus>
          {t('targets.remove-go')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function useTargetOrders(target: NotifyTarget) {
  const client = useQueryClient();
  const { t } = useSay();
  const sayProblem = useSayProblem();
  const words = useWords();
  const path = `/v1/notify/targets/${target.code}`;
  const fresh = () => {
    void client.invalidateQueries({ queryKey: ['targets'] });
    void client.invalidateQueries({ queryKey: ['notifications'] });
  };
  const refused = (error: unknown) => tell(sayProblem(error), 'failed');
  const { name, kind, address, language, active } = target;
  const change = useMutation({
    mutationFn: (part: Partial<NewTarget>) =>
      ask(path, { method: 'PUT', body: { name, kind, address, language, active, ...part } }),
    onSuccess: () => tell(t('targets.saved', { name })),
    onError: refused,
    onSettled: fresh,
  });
  const test = useMutation({
    mutationFn: () => ask<Notification>(`${path}/test`, { body: {} }),
    onSuccess: ({ state, because }) =>
      state === 'failed'
        ? tell(t('targets.test-failed', { name, because: because ? words.because(because) : '' }), 'failed')
        : tell(t('targets.tested', { name })),
    onError: refused,
    onSettled: fresh,
  });
  const remove = useMutation({
    mutationFn: () => ask(path, { method: 'DELETE' }),
    onSuccess: () => tell(t('targets.removed', { name })),
    onError: refused,
    onSettled: fresh,
  });
  return {
    change: (part: Partial<NewTarget>) => change.mutate(part),
    test: () => test.mutate(),
    isTrying: test.isPending,
    remove: () => remove.mutate(),
  };
}

function Told() {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const words = useWords();
  const targets = useQuery(targetsQuery).data ?? [];
  const rows = useQuery(notificationsQuery).data ?? [];
  const nameOf = (code: string) => targets.find((target) => target.code === code)?.name ?? code;
  return (
    <Part title={t('targets.told')} hint={t('targets.told-hint')}>
      {rows.length === 0 && <p className="quiet small">{t('targets.nothing-told')}</p>}
      {rows.length > 0 && (
        <div className="table-scroll">
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{t('targets.when')}</th>
                <th scope="col">{t('targets.target')}</th>
                <th scope="col">{t('targets.what')}</th>
                <th scope="col">{t('targets.how')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, 50).map((row) => (
                <tr key={row.id}>
                  <td>
                    <Ago at={row.createdAt} />
                  </td>
                  <td>{nameOf(row.target)}</td>
                  <td>{t(row.escalationId ? 'targets.escalation' : 'targets.a-test')}</td>
                  <td>
                    <span className="left" data-pressure={row.state === 'failed' ? 'late' : undefined}>
                      {t(`targets.state.${row.state}`)}
                      {row.tries > 1 && ` (${t('targets.tries', { count: row.tries })})`}
                    </span>
                    {row.because && (
                      <span className="small quiet">
                        {root('sentence-gap')}
                        {words.because(row.because)}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  );
}
