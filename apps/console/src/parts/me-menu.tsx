/** The foot of the rail: own state, own settings, and the way out. */
import { Menu, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Face } from './face.tsx';
import { ask } from './gateway.ts';
import { Icon } from './icon.tsx';
import { PreferenceItems } from './preference-items.tsx';
import { meQuery } from './queries.ts';
import { useSayProblem } from './say-problem.ts';
import { tell } from './tell.ts';

export function MeMenu({ openKeys }: { openKeys: () => void }) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data;
  const turnPresence = usePresence();
  const leave = useLeave();
  if (!me) return null;
  const state = me.presence?.state ?? 'offline';
  const { load, capacity } = me.presence ?? { load: 0, capacity: me.staff.capacity };
  return (
    <Menu position="right-end" width={264} offset={12}>
      <Menu.Target>
        <UnstyledButton
          aria-label={t('me.menu', { name: me.staff.name, state: t(`presence.${state}`) })}
          style={{ borderRadius: '50%' }}
        >
          <Face name={me.staff.name} size={34} presence={state} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <strong style={{ color: 'var(--ink)', fontSize: 14 }}>{me.staff.name}</strong>
          <br />
          {t(`role.${me.staff.role}`)} · {me.staff.number} · {t('me.load', { load, capacity })}
        </Menu.Label>
        <Menu.Item
          leftSection={<Icon name={state === 'online' ? 'leave' : 'check'} />}
          onClick={() => turnPresence.mutate(state === 'online' ? 'offline' : 'online')}
        >
          {t(state === 'online' ? 'me.go-offline' : 'me.go-online')}
        </Menu.Item>
        <Menu.Divider />
        <PreferenceItems />
        <Menu.Item leftSection={<Icon name="keyboard" />} rightSection={<kbd>?</kbd>} onClick={openKeys}>
          {t('keys.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="leave" />} onClick={() => leave.mutate()}>
          {t('me.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function usePresence() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: (state: 'online' | 'offline') => ask('/v1/me/presence', { method: 'PUT', body: { state } }),
    onSuccess: (_answer, state) => tell(t(`me.now-${state}`)),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
}

function useLeave() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: () => ask('/v1/sessions/current', { method: 'DELETE' }),
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: {} });
      client.clear();
    },
    onError: (error) => tell(sayProblem(error), 'failed'),
  });
}
