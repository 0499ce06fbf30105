/** The list behind Cmd+K: places to go, own settings, and what the open conversation offers. */
import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { filters } from '../inbox/filters.ts';
import { speakLanguage } from '../texts/start-texts.ts';
import type { IconName } from './icon.tsx';
import { prefer } from './preferences.ts';
import { useLanguage } from './use-language.ts';
import { useMaySeeSettings, useMayWatch } from './use-role.ts';

export type Command = { name: string; icon: IconName; keys?: string; run: () => void };

let offered: Command[] = [];
const listeners = new Set<() => void>();

/** A room puts its own commands on the list while it is open; returns how to take them off. */
export function offerCommands(commands: Command[]): () => void {
  offered = commands;
  for (const listener of listeners) listener();
  return () => {
    if (offered === commands) offerCommands([]);
  };
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useCommands(openKeys: () => void): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  const mayWatch = useMayWatch();
  const maySeeSettings = useMaySeeSettings();
  const here = useSyncExternalStore(subscribe, () => offered);
  const places: Command[] = filters.map((filter) => ({
    name: t('commands.go', { place: t(`filter.${filter}`) }),
    icon: 'inbox',
    run: () => void navigate({ to: '/inbox/$filter', params: { filter } }),
  }));
  const floor: Command = {
    name: t('commands.go', { place: t('rail.floor') }),
    icon: 'floor',
    run: () => void navigate({ to: '/floor' }),
  };
  const tickets: Command = {
    name: t('commands.go', { place: t('rail.tickets') }),
    icon: 'ticket',
    run: () => void navigate({ to: '/tickets' }),
  };
  const customers: Command = {
    name: t('commands.go', { place: t('rail.customers') }),
    icon: 'people',
    run: () => void navigate({ to: '/customers' }),
  };
  const settings: Command = {
    name: t('commands.go', { place: t('rail.settings') }),
    icon: 'settings',
    run: () => void navigate({ to: '/settings/$page', params: { page: 'queues' } }),
  };
  return [
    ...here,
    ...places,
    ...(mayWatch ? [floor] : []),
    tickets,
    customers,
    ...(maySeeSettings ? [settings] : []),
    { name: t('commands.dark'), icon: 'moon', run: () => prefer({ ground: 'dark' }) },
    { name: t('commands.light'), icon: 'sun', run: () => prefer({ ground: 'light' }) },
    {
      name: language === 'zh' ? 'English' : '中文',
      icon: 'language',
      run: () => speakLanguage(language === 'zh' ? 'en' : 'zh'),
    },
    { name: t('keys.title'), icon: 'keyboard', keys: '?', run: openKeys },
  ];
}
