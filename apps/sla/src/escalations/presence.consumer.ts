/** Keeps who is signed in. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts, Postgres } from '@trunkline/platform';

@Controller()
export class PresenceConsumer {
  constructor(private readonly postgres: Postgres) {}

  /** The newest counts, whatever order they come in. */
  @Facts('agent.presence-changed')
  async hear(batch: Fact<'agent.presence-changed'>[]): Promise<void> {
    const newest = new Map<string, Fact<'agent.presence-changed'>['data']>();
    for (const { data } of batch) {
      const known = newest.get(data.agentId);
      if (!known || Date.parse(data.since) >= Date.parse(known.since)) newest.set(data.agentId, data);
    }
    const last = [...newest.values()];
    await this.postgres.query(
      `INSERT INTO presence (agent_id, state, since) SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[])
       ON CONFLICT (agent_id) DO UPDATE SET state = excluded.state, since = excluded.since
       WHERE presence.since <= excluded.since`,
      [last.map(({ agentId }) => agentId), last.map(({ state }) => state), last.map(({ since }) => since)],
    );
  }
}
