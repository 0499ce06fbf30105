/** Plays the demo day once, through the doors that customers and staff use, so that the first screen is alive. */
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { demoPolicy } from '@trunkline/rules';
import { SignJWT } from 'jose';
import { createTransport } from 'nodemailer';
import { io } from 'socket.io-client';
import { conversations } from './demo-day/conversations.mjs';
import { people } from './demo-day/people.mjs';

const { GATEWAY_URL, CHANNELS_URL, SMTP_URL, IMAP_URL, ADMIN_EMAIL, ADMIN_PASSWORD, SIGN_INS_FILE, SITE_KEY } =
  process.env;
const password = ADMIN_PASSWORD;
/** Nobody waits longer than this for a demo that goes on, or for one that does not: the rest is left as it stands. */
const longestMs = 25_000;
const longestStandstillMs = 6_000;

const chats = [];
try {
  const administrator = await signIn(ADMIN_EMAIL);
  await publishPolicy(administrator);
  const staff = await hire(administrator);
  const agents = await Promise.all(people.filter((one) => one.role === 'agent').map((one) => arrive(one, staff)));
  await Promise.all(conversations.filter((one) => one.ends !== 'waiting').map(open));
  await serve(agents);
  await Promise.all(agents.map(leave));
  await Promise.all(conversations.filter((one) => one.ends === 'waiting').map(open));
  writeSignIns();
} finally {
  for (const chat of chats) chat.disconnect();
}

/** A 503 is "not now": on a loaded machine it is asked again, as a screen would. */
async function ask(path, { token, method = 'GET', body, tries = 20 } = {}) {
  const answer = await fetch(`${GATEWAY_URL}/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.status === 503 && tries > 1) {
    await pause(250);
    return ask(path, { token, method, body, tries: tries - 1 });
  }
  const text = await answer.text();
  const json = text === '' ? null : JSON.parse(text);
  if (!answer.ok)
    throw Object.assign(new Error(`${method} ${path}: ${json?.detail ?? answer.status}`), { reason: json?.reason });
  return json;
}

async function signIn(email) {
  return (await ask('/sessions', { method: 'POST', body: { email, password } })).token;
}

async function publishPolicy(token) {
  await ask('/policies', { token, method: 'POST', body: { policy: demoPolicy, note: 'The demo desk.' } });
}

async function hire(token) {
  const hired = await Promise.all(
    people.map((body) => ask('/staff', { token, method: 'POST', body: { ...body, password } })),
  );
  return new Map(hired.map((one) => [one.email, one.id]));
}

async function arrive(one, staff) {
  const token = await signIn(one.email);
  await ask('/me/presence', { token, method: 'PUT', body: { state: 'online' } });
  return { ...one, id: staff.get(one.email), token };
}

async function leave({ token }) {
  await ask('/me/presence', { token, method: 'PUT', body: { state: 'offline' } });
  await ask('/sessions/current', { token, method: 'DELETE' });
}

function open(conversation) {
  return conversation.via === 'chat' ? openChat(conversation) : sendMail(conversation);
}

/** Vouched for by the shop's own page, so that the desk knows their names. */
function vouch(name) {
  const token = new SignJWT({ name }).setProtectedHeader({ alg: 'HS256' }).setSubject(`demo-${name}`);
  return token.setIssuedAt().setExpirationTime('1h').sign(new TextEncoder().encode(SITE_KEY));
}

async function openChat({ name, lines }) {
  const origin = new URL(CHANNELS_URL).origin;
  const chat = io(CHANNELS_URL, {
    path: '/chat/live',
    transports: ['websocket'],
    auth: { site: 'demo', after: 0, jwt: await vouch(name) },
    extraHeaders: { origin },
    forceNew: true,
  });
  chats.push(chat);
  return new Promise((done, failed) => {
    chat.once('connect_error', failed);
    chat.once('welcome', async () => {
      for (const [at, text] of lines.entries())
        await chat.timeout(5_000).emitWithAck('say', { txnId: `demo-${at}-${Math.random()}`.slice(0, 40), text });
      done();
    });
  });
}

async function sendMail({ from: [name, address], subject, lines }) {
  const smtp = new URL(SMTP_URL);
  const transport = createTransport({ host: smtp.hostname, port: Number(smtp.port), secure: false, ignoreTLS: true });
  const to = decodeURIComponent(new URL(IMAP_URL).username);
  await transport.sendMail({ from: { name, address }, to, subject, text: lines.join('\n\n') });
  transport.close();
}

/** Agents take what rings for them and answer by the script until all of it is done. */
async function serve(agents) {
  const left = new Set(conversations.filter((one) => one.ends !== 'waiting'));
  const over = Date.now() + longestMs;
  let [goneOn, before] = [Date.now(), left.size];
  while (left.size > 0 && Date.now() < Math.min(over, goneOn + longestStandstillMs)) {
    if (left.size < before) [goneOn, before] = [Date.now(), left.size];
    await Promise.all(agents.map((agent) => serveOne(agent, left)));
    await pause(120);
  }
}

async function serveOne(agent, left) {
  const { items } = await ask('/conversations?assignee=me&state=offered,assigned', agent);
  for (const row of items) {
    try {
      if (row.state === 'offered') await ask(`/conversations/${row.id}/accept`, { ...agent, method: 'POST', body: {} });
      await answer(agent, row, left);
    } catch (error) {
      // somebody else was quicker, or it moved on: the next round sees how it stands
      if (!error.reason) throw error;
    }
  }
}

async function answer(agent, row, left) {
  const { items } = await ask(`/conversations/${row.id}/messages`, agent);
  const first = items[0]?.text ?? '';
  const script = [...left].find((one) => first.trim().startsWith(one.lines[0].slice(0, 12)));
  if (!script || items.length < (script.via === 'chat' ? script.lines.length : 1)) return;
  left.delete(script);
  for (const text of script.answers) {
    await ask(`/conversations/${row.id}/messages`, { ...agent, method: 'POST', body: { text, kind: 'reply' } });
  }
  if (script.ends === 'solved') await ask(`/conversations/${row.id}/resolve`, { ...agent, method: 'POST', body: {} });
}

function writeSignIns() {
  const everyone = [{ email: ADMIN_EMAIL, role: 'administrator', skills: {} }, ...people];
  const signIns = everyone.map(({ email, role, skills }) => ({ email, password, role, skills: Object.keys(skills) }));
  writeFileSync(SIGN_INS_FILE, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
}
