/** One person of the staff: added with a first password, or changed. */

import { Button, MultiSelect, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import type { NewStaff, StaffV1 } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useEditing, useSay } from './editing.ts';
import { standards } from './standards.ts';
import { useAddStaff, useChangeStaff } from './use-staff.ts';

const roles: StaffV1['role'][] = [
  'agent',
  'call-back-agent',
  'monitor',
  'supervisor',
  'department-member',
  'administrator',
];

type Form = Omit<NewStaff, 'capacity' | 'phone' | 'password'> & { capacity: string; phone: string; password: string };

export function PersonDialog({ person, close }: { person: StaffV1 | null; close: () => void }) {
  const { t } = useSay();
  const title = person ? t('staff.edit', { name: person.name }) : t('staff.add');
  return (
    <Dialog close={close} title={title} size="lg">
      <PersonForm person={person} close={close} />
    </Dialog>
  );
}

function PersonForm({ person, close }: { person: StaffV1 | null; close: () => void }) {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { policy } = useEditing();
  const sayProblem = useSayProblem();
  const [form, setForm] = useState<Form>(() => formOf(person, policy.assignment.defaultCapacity));
  const put = (part: Partial<Form>) => setForm({ ...form, ...part });
  const change = useChangeStaff();
  const add = useAddStaff(({ name }) => {
    tell(t('staff.added', { name }));
    close();
  });
  const wrong = wrongIn(form, person === null);
  const submit = () => {
    if (wrong.length > 0) return;
    const { password, phone, ...shown } = { ...form, capacity: Number(form.capacity), phone: form.phone.trim() };
    const rest = { ...shown, ...(phone || person?.phone ? { phone } : {}) };
    if (!person) return add.mutate({ ...rest, password });
    const differs = Object.entries(rest).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(person[name as keyof StaffV1]),
    );
    if (differs.length > 0 || password)
      change(person, { ...Object.fromEntries(differs), ...(password ? { password } : {}) });
    close();
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="pair">
        <TextInput
          data-autofocus
          label={t('staff.name')}
          required
          maxLength={120}
          value={form.name}
          onChange={({ currentTarget }) => put({ name: currentTarget.value })}
        />
        <TextInput
          label={t('staff.number')}
          description={t('staff.number-hint')}
          required
          maxLength={16}
          value={form.number}
          onChange={({ currentTarget }) => put({ number: currentTarget.value })}
          inputWrapperOrder={['label', 'input', 'description']}
        />
        <TextInput
          label={t('staff.email')}
          type="email"
          required
          value={form.email}
          onChange={({ currentTarget }) => put({ email: currentTarget.value })}
        />
        <TextInput
          label={t('staff.phone')}
          description={t('staff.phone-hint')}
          inputWrapperOrder={['label', 'input', 'description']}
          type="tel"
          autoComplete="off"
          maxLength={64}
          value={form.phone}
          onChange={({ currentTarget }) => put({ phone: currentTarget.value })}
        />
        <PasswordInput
          label={t(person ? 'staff.new-password' : 'staff.password')}
          description={t(person ? 'staff.new-password-hint' : 'staff.password-hint')}
          inputWrapperOrder={['label', 'input', 'description']}
          required={!person}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': root('sign-in.show-password') }}
          value={form.password}
          onChange={({ currentTarget }) => put({ password: currentTarget.value })}
        />
        <NativeSelect
          label={t('staff.role')}
          value={form.role}
          data={roles.map((value) => ({ value, label: root(`role.${value}`) }))}
          onChange={({ currentTarget }) => put({ role: currentTarget.value as Form['role'] })}
        />
        <NativeSelect
          label={t('staff.language')}
          value={form.language}
          data={['en', 'zh'].map((value) => ({ value, label: t(`value.${value}`) }))}
          onChange={({ currentTarget }) => put({ language: currentTarget.value as Form['language'] })}
        />
        <MultiSelect
          label={t('staff.groups')}
          data={policy.queues.map(({ code, name }) => ({ value: code, label: name[language] || code }))}
          value={form.groups}
          onChange={(groups) => put({ groups })}
        />
        {form.role === 'department-member' && (
          <MultiSelect
            label={t('staff.departments')}
            description={t('staff.departments-hint')}
            inputWrapperOrder={['label', 'input', 'description']}
            data={policy.departments.map(({ code, name }) => ({ value: code, label: name[language] || code }))}
            value={form.departments ?? []}
            onChange={(departments) => put({ departments })}
            data-testid="staff-departments"
          />
        )}
        <MultiSelect
          label={t('staff.standards')}
          placeholder={form.standards.length === 0 ? t('staff.all-standards') : ''}
          data={standards.map((value) => ({ value, label: root(`standard.${value}`) }))}
          value={form.standards}
          onChange={(chosen) => put({ standards: chosen as Form['standards'] })}
        />
        <TextInput
          label={t('staff.capacity')}
          description={t('staff.capacity-hint')}
          inputWrapperOrder={['label', 'input', 'description']}
          inputMode="numeric"
          value={form.capacity}
          onChange={({ currentTarget }) => put({ capacity: currentTarget.value })}
        />
      </div>
      {add.error && (
        <p className="problem" data-severity="error" role="alert">
          {sayProblem(add.error)}
        </p>
      )}
      <div className="line form-foot">
        <p className="quiet small grow">{wrong[0] ? t(`wrong.${wrong[0]}`) : ''}</p>
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={add.isPending} disabled={wrong.length > 0}>
          {t(person ? 'save' : 'staff.add')}
        </Button>
      </div>
    </form>
  );
}

function formOf(person: StaffV1 | null, capacity: number): Form {
  if (!person) {
    return {
      name: '',
      number: '',
      email: '',
      password: '',
      role: 'agent',
      language: 'en',
      groups: [],
      skills: {},
      standards: [],
      capacity: String(capacity),
      phone: '',
    };
  }
  const { id: _id, active: _active, ...rest } = person;
  return { ...rest, password: '', capacity: String(person.capacity), phone: person.phone ?? '' };
}

function wrongIn({ name, number, email, password, capacity, phone }: Form, isNew: boolean): string[] {
  return [
    ...(name.trim() === '' ? ['name'] : []),
    ...(number.trim() === '' ? ['number'] : []),
    ...(/^\S+@\S+\.\S+$/.test(email) ? [] : ['email']),
    ...((isNew || password !== '') && password.length < 10 ? ['password'] : []),
    ...(/^(\+?[\d\s()./-]{2,64})?$/.test(phone.trim()) ? [] : ['phone']),
    ...(/^\d+$/.test(capacity) && Number(capacity) <= 64 ? [] : ['capacity']),
  ];
}
