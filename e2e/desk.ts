/** Staff of a journey, through the doors that staff use: the public API with a bearer token. */
import { randomUUID } from 'node:crypto';
import type {
  Conversation,
  ConversationPage,
  Deadlines,
  EscalationRows,
  Explanation,
  Message,
  MessagePage,
  ParkedRows,
  PolicyV1,
  StaffV1,
} from '@trunkline/contracts';
import type { House } from './start-house.ts';

export const password = 'journey-trunkline';

export class Answered extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

type Ask = { method?: string; body?: unknown; token?: string; headers?: Record<string, string> };

/** One signed-in person; without a token, nobody. */
export class Desk {
  constructor(
    readonly api: string,
    readonly token: string,
    readonly person: StaffV1,
  ) {}

  ask<T>(path: string, asked: Ask = {}): Promise<T> {
    return askApi<T>(this.api, path, { token: this.token, ...asked });
  }

  list = async (query = '') => (await this.ask<ConversationPage>(`/conversations${query}`)).items;
  show = (id: string) => this.ask<Conversation>(`/conversations/${id}`);
  messages = async (id: string) => (await this.ask<MessagePage>(`/conversations/${id}/messages`)).items;
  explain = (id: string) => this.ask<Explanation>(`/conversations/${id}/explain`);
  deadlines = async (id: string) => (await this.ask<Deadlines>(`/conversations/${id}/deadlines`)).items;
  escalations = async () => (await this.ask<EscalationRows>('/escalations')).items;
  parked = () => this.ask<ParkedRows>('/parked');
  order = (id: string, what: string, body: unknown = {}) =>
    this.ask<Conversation>(`/conversations/${id}/${what}`, { method: 'POST', body });
  say = (id: string, text: string, kind: 'reply' | 'note' = 'reply') =>
    this.ask<Message>(`/conversations/${id}/messages`, {
      method: 'POST',
      body: { text, kind },
      headers: { 'idempotency-key': randomUUID() },
    });
  comeOnline = () => this.ask('/me/presence', { method: 'PUT', body: { state: 'online' } });
  leave = () => this.ask('/me/presence', { method: 'PUT', body: { state: 'offline' } });
}

export async function askApi<T>(
  api: string,
  path: string,
  { method = 'GET', body, token, headers }: Ask = {},
): Promise<T> {
  const answer = await fetch(`${api}/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  });
  const text = await answer.text();
  const json = text === '' ? null : JSON.parse(text);
  if (!answer.ok) throw new Answered(answer.status, json?.reason ?? '', `${method} ${path}: ${answer.status} ${text}`);
  return json as T;
}

export async function signIn(house: House, email: string, secret = password): Promise<Desk> {
  const api = house.run.api;
  const { token } = await askApi<{ token: string }>(api, '/sessions', {
    method: 'POST',
    body: { email, password: secret },
  });
  const { staff } = await askApi<{ staff: StaffV1 }>(api, '/me', { token });
  return new Desk(api, token, staff);
}

export async function signInAsAdministrator(house: House): Promise<Desk> {
  const administrator = house.run.signIns.find((one) => one.role === 'administrator')!;
  return signIn(house, administrator.email, administrator.password);
}

type Hired = Partial<
  Pick<StaffV1, 'role' | 'groups' | 'departments' | 'skills' | 'capacity' | 'language' | 'name' | 'phone'>
>;

/** Adds a person whom no other journey knows, and signs them in. */
export async function hire(house: House, administrator: Desk, hired: Hired = {}): Promise<Desk> {
  const mark = randomUUID().slice(0, 8);
  const body = {
    email: `${mark}@desk.test`,
    name: hired.name ?? `Agent ${mark}`,
    number: mark,
    role: 'agent',
    language: 'en',
    groups: ['service', 'mail', 'payments', 'complaints'],
    skills: { 'lang-en': 5, 'lang-zh': 5 },
    capacity: 6,
    standards: [],
    ...hired,
    password,
  };
  await administrator.ask('/staff', { method: 'POST', body });
  return signIn(house, body.email);
}

/** Publishes the policy in force with changes. */
export async function changePolicy(administrator: Desk, change: (policy: PolicyV1) => PolicyV1): Promise<PolicyV1> {
  const policy = change(await administrator.ask<PolicyV1>('/policies/current'));
  return administrator.ask<PolicyV1>('/policies', { method: 'POST', body: { policy, note: 'a journey' } });
}
