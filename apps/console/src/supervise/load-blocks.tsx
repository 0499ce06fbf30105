/** What a person carries as blocks of their capacity: each conversation as wide as it weighs. */

import { useQuery } from '@tanstack/react-query';
import type { AgentRow } from '@trunkline/contracts';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { policyQuery } from '../parts/queries.ts';

export function LoadBlocks({ agent: { presence, working } }: { agent: AgentRow }) {
  const { t } = useTranslation();
  const standards = useQuery(policyQuery).data?.standards;
  const blocks = working.map((one) => ({ ...one, weight: standards?.[one.standard].weight ?? 1 }));
  const free = Math.max(0, presence.capacity - presence.load);
  return (
    <span className="blocks" aria-hidden="true">
      {blocks.map(({ conversationId, standard, state, weight }) => (
        <span
          key={conversationId}
          className="block"
          data-standard={standard}
          data-state={state}
          style={{ '--weight': weight } as CSSProperties}
          title={`${t(`standard.${standard}`)} · ${t(`state.${state}`)}`}
        />
      ))}
      {free > 0 && <span className="block-free" style={{ '--weight': free } as CSSProperties} />}
    </span>
  );
}
