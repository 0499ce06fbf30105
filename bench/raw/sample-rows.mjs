/** The rows that the house wrote for one conversation, read from its tables, with places where ids and words stand. */

const newest = `SELECT c.id FROM router.conversation c JOIN router.message m ON m.conversation_id = c.id AND m.spoken_by = 'customer'
  WHERE EXISTS (SELECT FROM router.assignment a WHERE a.conversation_id = c.id)
    AND EXISTS (SELECT FROM sla.clock k WHERE k.conversation_id = c.id)
  GROUP BY c.id HAVING count(*) > 1 ORDER BY max(m.at) DESC LIMIT 1`;

/** The clocks that a chat opens with. */
export const opensWith = ['first-response', 'resolution', 'accept'];

/** Which row stands for which table; `$1` is the conversation, `$2` its last message. */
const rows = {
  receipt: ['channels.inbound_receipt', `id = (SELECT receipt_id FROM router.message WHERE id = $2)`],
  session: [
    'channels.chat_session',
    `address = (${'SELECT a.address FROM router.address a JOIN router.conversation c ON c.address_id = a.id WHERE c.id = $1'})`,
  ],
  line: ['channels.chat_line', `text = (SELECT text FROM router.message WHERE id = $2) AND said_by = 'customer'`],
  received: [
    'channels.outbox',
    `body::jsonb ->> 'receiptId' = (SELECT receipt_id::text FROM router.message WHERE id = $2)`,
  ],
  customer: [
    'router.customer',
    `id = (SELECT a.customer_id FROM router.address a JOIN router.conversation c ON c.address_id = a.id WHERE c.id = $1)`,
  ],
  address: ['router.address', `id = (SELECT address_id FROM router.conversation WHERE id = $1)`],
  conversation: ['router.conversation', 'id = $1'],
  message: ['router.message', 'id = $2'],
  input: ['router.dispatch_input', `conversation_id = $1 AND kind = 'waits'`],
  opened: ['router.outbox', `key = $1::text AND type = 'conversation.opened'`],
  stored: ['router.outbox', `key = $1::text AND body::jsonb ->> 'messageId' = $2::text`],
  offered: ['router.outbox', `key = $1::text AND type = 'conversation.offered'`],
  assignment: ['router.assignment', 'conversation_id = $1'],
  decision: ['router.decision', 'conversation_id = $1 AND agent_id IS NOT NULL'],
  event: ['router.event', `conversation_id = $1 AND what = 'offered'`],
  rememberedAgent: [
    'router.remembered_agent',
    `agent_id = (SELECT agent_id FROM router.assignment WHERE conversation_id = $1 LIMIT 1)`,
  ],
  load: ['router.agent_load', `agent_id = (SELECT agent_id FROM router.assignment WHERE conversation_id = $1 LIMIT 1)`],
  followed: ['sla.followed_conversation', 'conversation_id = $1'],
  ...Object.fromEntries(opensWith.flatMap(rowsOfClock)),
};

/** A clock as the house wrote it for this conversation, its timers and the fact. */
function rowsOfClock(policy, at) {
  const clock = `(SELECT id FROM sla.clock WHERE conversation_id = $1::uuid AND policy = '${policy}' ORDER BY cycle LIMIT 1)`;
  const said = `key = $1::text AND type = 'deadline.set' AND body::jsonb ->> 'clockId' = ${clock}::text`;
  return [
    [`clock${at}`, ['sla.clock', `id = ${clock}`]],
    [`look${at}`, ['sla.timer', `about = ${clock} AND step = 'look'`]],
    [`due${at}`, ['sla.timer', `about = ${clock} AND step = 'due'`]],
    [`set${at}`, ['sla.outbox', said]],
  ];
}

/** As the row stood when it was written. */
const asWritten = {
  conversation: {
    state: 'waiting',
    agent_id: null,
    assignment_id: null,
    solved_at: null,
    closed_at: null,
    next_due_at: null,
  },
  assignment: { state: 'offered', ended_at: null, because: null },
  input: { step: null, taken_at: null, outcome: null },
  ...Object.fromEntries(
    [0, 1, 2].flatMap((at) => [
      [`clock${at}`, { met_at: null, met_because: null }],
      [`look${at}`, { id: '@new@', cancelled_at: null, fired_at: null }],
      [`due${at}`, { id: '@new@', cancelled_at: null, fired_at: null }],
    ]),
  ),
  event: { id: '@new@' },
  session: { last_sequence: 0 },
  line: { sequence: '@sequence@', txn_id: '@message@' },
  rememberedAgent: { agent_id: '@agent@' },
  load: { agent_id: '@agent@', load: 1 },
};
const unsent = { event_id: '@new@', published_at: null, cluster_id: null, partition: null, offset: null };

/** Each with its table, the columns that are given, and the row as JSON. */
export async function sampleRows(client) {
  const query = async (sql, values) => (await client.query(sql, values)).rows;
  const [{ id }] = await query(newest);
  const [last] = await query(
    `SELECT id FROM router.message WHERE conversation_id = $1 AND spoken_by = 'customer' ORDER BY at DESC, shown_at DESC LIMIT 1`,
    [id],
  );
  const found = {};
  for (const [name, [table, where]] of Object.entries(rows)) {
    const uses = where.includes('$2') ? [id, last.id] : [id];
    const sql = `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where}${where.includes('$1') || uses.length === 1 ? '' : ' AND $1::uuid IS NOT NULL'} LIMIT 1`;
    const [one] = await query(sql, uses);
    if (!one) throw new Error(`the house wrote no ${table} (${name}) that could be copied`);
    found[name] = { table, row: { ...one.row, ...asWritten[name], ...(table.endsWith('.outbox') ? unsent : {}) } };
  }
  const body = { ...found.input.row.body };
  found.rememberedConversation = { table: 'router.remembered_conversation', row: { conversation_id: id, body } };
  const places = placesOf(found);
  const columns = await givenColumns(query);
  return Object.fromEntries(
    Object.entries(found).map(([name, { table, row }]) => {
      const text = places.reduce((json, [from, to]) => json.replaceAll(from, to), JSON.stringify(row));
      return [name, { table, columns: columns.get(table).filter((column) => column in row), row: text }];
    }),
  );
}

function placesOf({ conversation, customer, address, message, receipt, assignment, decision, session, ...rest }) {
  const visitor = address.row.address;
  return [
    [receipt.row.provider_key.split('\n')[1], '@message@'],
    [conversation.row.id, '@visitor@'],
    [customer.row.id, '@customer@'],
    [address.row.id, '@address@'],
    [visitor, 'v:@visitor@'],
    [message.row.id, '@message@'],
    [receipt.row.id, '@message@'],
    [assignment.row.id, '@assignment@'],
    [decision.row.id, '@decision@'],
    [session.row.id, '@visitor@'],
    ...opensWith.map((_policy, at) => [rest[`clock${at}`].row.id, `@clock${at}@`]),
    [message.row.text, '@text@'],
  ];
}

/** What Postgres makes by itself is not given. */
async function givenColumns(query) {
  const all = await query(`SELECT table_schema || '.' || table_name AS name, array_agg(column_name::text) AS columns
    FROM information_schema.columns WHERE is_generated = 'NEVER' AND is_identity = 'NO' GROUP BY 1`);
  return new Map(all.map(({ name, columns }) => [name, columns]));
}
