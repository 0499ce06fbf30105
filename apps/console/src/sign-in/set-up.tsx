/** Behind a one-time link: a person sets their password, or the first administrator of an empty desk comes in. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { Door } from './door.tsx';

export function SetUp() {
  return (
    <Door>
      <SetUpForm />
    </Door>
  );
}

function SetUpForm() {
  const { t } = useTranslation();
  const { token, for: invited } = useSearch({ from: '/set-up' });
  const [email, setEmail] = useState(invited ?? '');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const sayProblem = useSayProblem();
  const router = useRouter();
  const setUp = useMutation({
    mutationFn: () =>
      invited
        ? ask('/v1/set-up/password', { body: { token, password } })
        : ask('/v1/set-up', { body: { token, password, email: email.trim(), name: name.trim() } }),
    onSuccess: () => router.navigate({ to: '/sign-in' }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUp.mutate();
  };
  return (
    <form onSubmit={submit}>
      <div>
        <h2>{t('sign-in.set-up')}</h2>
        <p className="quiet">{t(invited ? 'sign-in.set-up-under' : 'sign-in.set-up-first')}</p>
      </div>
      {!invited && (
        <TextInput
          label={t('sign-in.name')}
          name="name"
          autoComplete="name"
          required
          withAsterisk={false}
          size="md"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('sign-in.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        readOnly={invited !== undefined}
        withAsterisk={false}
        size="md"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('sign-in.new-password')}
        name="new-password"
        autoComplete="new-password"
        required
        minLength={10}
        withAsterisk={false}
        size="md"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
      />
      <div role="alert">
        {setUp.error && (
          <div className="door-problem">
            <Icon name="failed" />
            {sayProblem(setUp.error)}
          </div>
        )}
      </div>
      <Button type="submit" size="md" loading={setUp.isPending}>
        {t('sign-in.set-up-go')}
      </Button>
    </form>
  );
}
