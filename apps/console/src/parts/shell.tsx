/** The frame of the house: rail, rooms, what is told, and the line to the gateway. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TellUnsent } from '../conversation/tell-unsent.tsx';
import { giveBackUnsent } from '../conversation/unsent.ts';
import { Commands } from './commands.tsx';
import { onSignedOut } from './gateway.ts';
import { KeySheet } from './key-sheet.tsx';
import { listenLive } from './live.ts';
import { LostConnection } from './lost-connection.tsx';
import { preferences } from './preferences.ts';
import { meQuery } from './queries.ts';
import { Rail } from './rail.tsx';
import { Refusal } from './refusal.tsx';
import { Tellings } from './tellings.tsx';
import { useKeys } from './use-keys.ts';

export function Shell() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { i18n } = useTranslation();
  const me = useQuery(meQuery);
  const { conversationId } = useParams({ strict: false });
  const [open, setOpen] = useState<'commands' | 'keys' | null>(null);
  const own = me.data?.staff.language;

  useEffect(() => listenLive(client), [client]);
  useEffect(() => giveBackUnsent(), []);
  useEffect(
    () =>
      onSignedOut(() => {
        client.clear();
        void navigate({ to: '/sign-in', search: { back: location.pathname } });
      }),
    [client, navigate],
  );
  useEffect(() => {
    if (own && !preferences().language) void i18n.changeLanguage(own);
  }, [own, i18n]);
  useKeys({ 'mod+k': () => setOpen('commands'), '?': () => setOpen('keys') });

  return (
    <div className="shell" data-deep={conversationId ? '' : undefined}>
      <LostConnection />
      <Rail openKeys={() => setOpen('keys')} />
      {me.data || !me.error ? <Outlet /> : <Refusal error={me.error} again={() => void me.refetch()} />}
      <TellUnsent />
      <Tellings />
      <Commands opened={open === 'commands'} close={() => setOpen(null)} openKeys={() => setOpen('keys')} />
      <KeySheet opened={open === 'keys'} close={() => setOpen(null)} />
    </div>
  );
}
