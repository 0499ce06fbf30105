/** The front door: e-mail, password, and the language one wants to be addressed in. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { Door } from './door.tsx';

export function SignIn() {
  return (
    <Door>
      <SignInForm />
    </Door>
  );
}

function SignInForm() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const sayProblem = useSayProblem();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password });
  };
  return (
    <form onSubmit={submit}>
      <div className="door-small">
        <img src="/mark.svg" alt="" width={32} height={32} />
        Trunkline
      </div>
      <div>
        <h2>{t('sign-in.title')}</h2>
        <p className="quiet">{t('sign-in.under')}</p>
      </div>
      <TextInput
        label={t('sign-in.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        size="md"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('sign-in.password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        size="md"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
      />
      <div role="alert">
        {signIn.error && (
          <div className="door-problem">
            <Icon name="failed" />
            {sayProblem(signIn.error)}
          </div>
        )}
      </div>
      <Button type="submit" size="md" loading={signIn.isPending}>
        {t('sign-in.go')}
      </Button>
    </form>
  );
}

function useSignIn() {
  const client = useQueryClient();
  const router = useRouter();
  const { back } = useSearch({ from: '/sign-in' });
  return useMutation({
    mutationFn: async (given: { email: string; password: string }) => {
      await ask('/v1/sessions', { body: given });
      // whoever comes in is there for customers; a role that answers nobody is refused, and that is fine
      await ask('/v1/me/presence', { method: 'PUT', body: { state: 'online' } }).catch(() => undefined);
    },
    onSuccess: () => {
      client.clear();
      router.history.push(back && !back.startsWith('//') ? back : '/');
    },
  });
}
