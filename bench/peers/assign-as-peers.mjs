/** How others give out what waits, on the same tables: each plays for some time and gives its assignments a second. */
import pg from 'pg';

const weight = 2;
const next = `SELECT id FROM conversation WHERE queue = 'service' AND state = 'waiting' ORDER BY order_key LIMIT 1`;
const take = `UPDATE conversation SET state = 'offered', agent_id = $2, version = version + 1 WHERE id = $1 AND agent_id IS NULL RETURNING 1`;
const give = `INSERT INTO assignment (id, conversation_id, agent_id, state, weight, offered_at)
              VALUES (uuidv7(), $1, $2, 'offered', ${weight}, now())`;

/** Four workers, each one conversation and one agent at a time under their rows' locks. */
async function skipLocked(desk, forMs) {
  const workers = await Promise.all(Array.from({ length: 4 }, () => connect(desk)));
  const until = performance.now() + forMs;
  const counts = await Promise.all(workers.map((worker) => workOff(worker, until)));
  await Promise.all(workers.map((worker) => worker.end()));
  return counts.reduce((sum, count) => sum + count, 0) / (forMs / 1000);
}

async function workOff(worker, until) {
  let count = 0;
  while (performance.now() < until) {
    await worker.query('BEGIN');
    const { rows } = await worker.query(`${next} FOR UPDATE SKIP LOCKED`);
    const [agent] = (
      await worker.query(
        `UPDATE agent_load SET load = load + ${weight} WHERE agent_id = (SELECT agent_id FROM agent_load
            WHERE load + ${weight} <= capacity ORDER BY load, agent_id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING agent_id`,
      )
    ).rows;
    if (rows.length > 0 && agent) {
      await worker.query(take, [rows[0].id, agent.agent_id]);
      await worker.query(give, [rows[0].id, agent.agent_id]);
      count += 1;
    }
    await worker.query('COMMIT');
  }
  return count;
}

/** Libredesk: a round over the team; each try counts what that agent has in hand. */
async function countPerCandidate(desk, forMs) {
  const worker = await connect(desk);
  const agents = await everybody(worker);
  let at = 0;
  const perSecond = await oneByOne(worker, forMs, async () => {
    for (let tries = 0; tries < agents.length; tries += 1) {
      const agent = agents[at++ % agents.length];
      const { rows } = await worker.query(countOpen, [agent]);
      if (rows[0].open < 32) return agent;
    }
    return null;
  });
  await worker.end();
  return perSecond;
}

/** Chatwoot, second version: for every conversation every member's open ones are counted, and the least has it. */
async function countPerMember(desk, forMs) {
  const worker = await connect(desk);
  const agents = await everybody(worker);
  const perSecond = await oneByOne(worker, forMs, async () => {
    let least = null;
    for (const agent of agents) {
      const { rows } = await worker.query(countOpen, [agent]);
      if (!least || rows[0].open < least.open) least = { agent, open: rows[0].open };
    }
    return least.agent;
  });
  await worker.end();
  return perSecond;
}

const countOpen = `SELECT count(*)::int AS open FROM conversation WHERE agent_id = $1 AND is_open`;

async function oneByOne(worker, forMs, choose) {
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < forMs) {
    const { rows } = await worker.query(next);
    const agent = await choose();
    await worker.query(take, [rows[0].id, agent]);
    await worker.query(give, [rows[0].id, agent]);
    count += 1;
  }
  return count / ((performance.now() - began) / 1000);
}

async function everybody(worker) {
  const { rows } = await worker.query('SELECT agent_id FROM agent_load ORDER BY agent_id');
  return rows.map((row) => row.agent_id);
}

async function connect({ url }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

export const assignAsPeers = [
  { name: 'four SKIP LOCKED workers', least: 20, play: skipLocked },
  { name: 'a count per candidate', least: 20, play: countPerCandidate },
  { name: 'a count per member', least: 300, play: countPerMember },
];
