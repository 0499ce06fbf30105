/** The books of a house, by SQL: what came in is routed, parked or erased; what is to be told is told; and how much there is. */

const counted = ['channels.inbound_receipt', 'channels.outbound', 'channels.attachment', 'router.message'];
const alsoCounted = ['router.conversation', 'router.customer', 'router.ticket', 'gateway.staff', 'sla.clock'];

export async function readBooks(ownerUrl) {
  const { Client } = (await import('pg')).default;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const count = async (sql) => Number((await owner.query(`SELECT count(*) AS count FROM ${sql}`)).rows[0].count);
  try {
    const rows = {};
    for (const table of [...counted, ...alsoCounted]) rows[table] = await count(table);
    const isRouted = 'EXISTS (SELECT FROM router.message m WHERE m.receipt_id = r.id)';
    const receipts = 'channels.inbound_receipt r WHERE';
    let unpublished = 0;
    for (const service of ['channels', 'router', 'sla', 'gateway'])
      unpublished += await count(`${service}.outbox WHERE published_at IS NULL`);
    return {
      rows,
      routed: await count(`${receipts} ${isRouted}`),
      settled: await count(`${receipts} NOT ${isRouted} AND state IN ('parked', 'erased')`),
      unpublished,
      waiting: await count(`channels.outbound WHERE state IN ('queued', 'sending')`),
      unclear: await count(`channels.outbound WHERE state = 'unknown' AND because = 'restored'`),
    };
  } finally {
    await owner.end();
  }
}

/** In sentences; none: the books balance. */
export function findImbalance({ rows, routed, settled, unpublished, waiting }) {
  const receipts = rows['channels.inbound_receipt'];
  return [
    ...(receipts === routed + settled
      ? []
      : [`${receipts} received, but ${routed} routed and ${settled} put aside or erased`]),
    ...(unpublished === 0 ? [] : [`${unpublished} facts are not published`]),
    ...(waiting === 0 ? [] : [`${waiting} words are still under way`]),
  ];
}
