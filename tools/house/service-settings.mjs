/** What each of the four services is told: its own database role, the keys, and where the others answer. */

import { slackSettings, smsSettings } from './tell-providers.mjs';

export const services = ['channels', 'router', 'sla', 'gateway'];

/** The owner's URL, with a service's role and password in the owner's place. */
function databaseUrl(owner, service, secrets) {
  const url = new URL(owner);
  url.username = `trunkline_${service}`;
  url.password = secrets[`${service}Password`];
  return url.href;
}

export const addressOf = (ports, service) => `http://127.0.0.1:${ports[service]}`;

/** The variables of one service, over those of the stack. */
export function settingsOf(service, { env, ports, secrets, signIn }) {
  // a journey may stand between them, as a Service of Kubernetes does
  const addresses = services.map((one) => {
    const name = `${one.toUpperCase()}_URL`;
    return [name, env[name] ?? addressOf(ports, one)];
  });
  const shared = {
    ...env,
    ...Object.fromEntries(addresses),
    DATABASE_URL: databaseUrl(env.DATABASE_URL, service, secrets),
    SERVICE_KEYS: env.SERVICE_KEYS ?? secrets.serviceKeys,
    FIELD_KEY: env.FIELD_KEY ?? secrets.fieldKey,
    PORT: String(ports[service]),
    // nobody sends requests around a house, so nobody has to hear that it goes
    DRAIN_SECONDS: env.DRAIN_SECONDS ?? '0',
    FAULT_POINTS: env[`FAULT_POINTS_${service.toUpperCase()}`] ?? env.FAULT_POINTS ?? '',
  };
  if (env.KAFKA_SERVICE_USERS) shared.KAFKA_USER = JSON.parse(env.KAFKA_SERVICE_USERS)[service];
  const options = env[`NODE_OPTIONS_${service.toUpperCase()}`];
  const own = ownSettings[service]?.({ env, ports, secrets, signIn });
  return { ...shared, ...(options ? { NODE_OPTIONS: options } : {}), ...own };
}

const ownSettings = {
  channels: ({ env, ports, secrets }) => ({
    MAIL_REPLY_KEYS: env.MAIL_REPLY_KEYS ?? secrets.mailReplyKeys,
    WEBCHAT_VISITOR_KEYS: env.WEBCHAT_VISITOR_KEYS ?? secrets.visitorKeys,
    WEBCHAT_SITES: env.WEBCHAT_SITES ?? JSON.stringify([demoSite(ports.channels, secrets)]),
    // The page with the chat bubble; run.json names it, demo day or not.
    DEMO: env.DEMO ?? (env.TRUNKLINE_PROFILE === 'production' ? 'off' : 'on'),
    CHANNELS_PUBLIC_URL: env.CHANNELS_PUBLIC_URL ?? addressOf(ports, 'channels'),
    ...smsSettings({ env, ports }),
    ...slackSettings({ env }),
  }),
  gateway: ({ env, secrets, signIn }) => ({
    SEAL_KEYS: env.SEAL_KEYS ?? secrets.sealKeys,
    ADMIN_EMAIL: env.ADMIN_EMAIL ?? signIn.email,
    ADMIN_PASSWORD: env.ADMIN_PASSWORD ?? signIn.password,
  }),
};

const demoSite = (port, { siteKey }) => ({
  site: 'demo',
  origins: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
  keys: [siteKey],
});
