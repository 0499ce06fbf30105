/** To whom a conversation may be handed: other queues, colleagues with who is online first, places outside. */
import { useQuery } from '@tanstack/react-query';
import type { Conversation, Transfer } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery, meQuery, policyQuery } from '../parts/queries.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useWords } from '../parts/use-words.ts';

export type Target = { key: string; name: string; more: string; presence?: string; to: Transfer['to'] };

const ranked = ['online', 'away', 'offline'];

export function useTargets({
  queue,
  agentId,
}: Pick<Conversation, 'queue' | 'agentId'>): Record<'queue' | 'agent' | 'external', Target[]> {
  const { t } = useTranslation();
  const say = useWords();
  const me = useQuery(meQuery).data?.staff.id;
  const policy = useQuery(policyQuery).data;
  const queues = policy?.queues ?? [];
  const language = useLanguage();
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const rank = (presence: string) => ranked.indexOf(presence);
  return {
    queue: queues
      .filter(({ code }) => code !== queue)
      .map(({ code }) => ({ key: code, name: say.queue(code), more: '', to: { queue: code } })),
    agent: colleagues
      .filter(({ id }) => id !== me && id !== agentId)
      .sort((one, other) => rank(one.presence.state) - rank(other.presence.state) || one.name.localeCompare(other.name))
      .map(({ id, name, presence, groups }) => ({
        key: id,
        name,
        presence: presence.state,
        more: `${groups.slice(0, 2).map(say.queue).join(t('list-comma'))} · ${t(`presence.${presence.state}`)}`,
        to: { agent: id as never },
      })),
    external: (policy?.transfer.external ?? []).map(({ code, name }) => ({
      key: code,
      name: name[language],
      more: '',
      to: { external: code },
    })),
  };
}
