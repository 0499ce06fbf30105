/** One notification target: what it is called, of which kind, its address, and the secret that signs. */

import { Button, NativeSelect, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewTarget, NotifyTarget, TargetKind } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { ask } from '../parts/gateway.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useSay } from './editing.ts';

const kinds: TargetKind[] = ['mail', 'wecom', 'dingtalk', 'feishu', 'slack', 'webhook'];
const signed: TargetKind[] = ['webhook', 'dingtalk', 'feishu'];
type Props = { target: NotifyTarget | null; close: () => void };

export function TargetDialog({ target, close }: Props) {
  const { t } = useSay();
  return (
    <Dialog close={close} title={target ? t('targets.edit-one', { name: target.name }) : t('targets.new')}>
      <TargetForm target={target} close={close} />
    </Dialog>
  );
}

function TargetForm({ target, close }: Props) {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const sayProblem = useSayProblem();
  const [form, setForm] = useState<NewTarget>({
    name: target?.name ?? '',
    kind: target?.kind ?? 'mail',
    address: target?.address ?? '',
    language: target?.language ?? language,
    active: target?.active ?? true,
  });
  const put = (part: Partial<NewTarget>) => setForm({ ...form, ...part });
  const save = useSave(target, close);
  const isReady = form.name.trim() !== '' && form.address.trim().length >= 3;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate({ ...form, name: form.name.trim(), address: form.address.trim() });
      }}
    >
      <TextInput
        data-autofocus
        label={t('targets.name')}
        required
        maxLength={100}
        value={form.name}
        onChange={({ currentTarget }) => put({ name: currentTarget.value })}
      />
      <NativeSelect
        label={t('targets.kind-label')}
        value={form.kind}
        data={kinds.map((value) => ({ value, label: t(`targets.kind.${value}`) }))}
        onChange={({ currentTarget }) => put({ kind: currentTarget.value as TargetKind })}
      />
      <TextInput
        label={t(form.kind === 'mail' ? 'targets.mail-address' : 'targets.address')}
        description={t(target && form.kind !== 'mail' ? 'targets.address-kept' : `targets.address-hint.${form.kind}`)}
        required
        maxLength={2000}
        value={form.address}
        onChange={({ currentTarget }) => put({ address: currentTarget.value })}
      />
      {signed.includes(form.kind) && (
        <PasswordInput
          label={t('targets.secret')}
          description={t(target?.hasSecret ? 'targets.secret-kept' : `targets.secret-hint.${form.kind}`)}
          autoComplete="off"
          maxLength={500}
          visibilityToggleButtonProps={{ 'aria-label': root('sign-in.show-password') }}
          value={form.secret ?? ''}
          onChange={({ currentTarget }) => {
            const { secret: _before, ...rest } = form;
            setForm(currentTarget.value ? { ...rest, secret: currentTarget.value } : rest);
          }}
        />
      )}
      <NativeSelect
        label={t('targets.language')}
        value={form.language}
        data={['en', 'zh'].map((value) => ({ value, label: t(`value.${value}`) }))}
        onChange={({ currentTarget }) => put({ language: currentTarget.value as NewTarget['language'] })}
      />
      <Switch
        label={t('targets.active')}
        checked={form.active}
        onChange={({ currentTarget }) => put({ active: currentTarget.checked })}
      />
      {save.error && (
        <p className="problem" data-severity="error" role="alert">
          {sayProblem(save.error)}
        </p>
      )}
      <div className="line form-foot">
        <span className="grow" />
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!isReady} data-testid="target-save">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function useSave(target: NotifyTarget | null, close: () => void) {
  const client = useQueryClient();
  const { t } = useSay();
  return useMutation({
    mutationFn: (body: NewTarget) =>
      target ? ask(`/v1/notify/targets/${target.code}`, { method: 'PUT', body }) : ask('/v1/notify/targets', { body }),
    onSuccess: (_answer, { name }) => {
      tell(t('targets.saved', { name }));
      void client.invalidateQueries({ queryKey: ['targets'] });
      close();
    },
  });
}
