/** Runs the emulators of Twilio, Slack and S3 on the three ports given; the one file here that loads a package. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createEmulator } from 'emulate';

const [twilio, slack, s3] = process.argv.slice(2).map(Number);
const number = { phone_number: '+15005550006', friendly_name: 'Trunkline demo' };
/** A bot of ours and three people; nothing of it is a secret. */
const workspace = {
  signing_secret: 'slack_test_signing_secret',
  users: [
    { name: 'alice', real_name: 'Alice Adams', email: 'alice@customer.test' },
    { name: 'bob', real_name: 'Bob Brown', email: 'bob@customer.test' },
    { name: 'li', real_name: '李雷', email: 'li@customer.test' },
  ],
  oauth_apps: [{ client_id: 'desk', client_secret: 'desk', name: 'Support', bot_name: 'desk', redirect_uris: [] }],
  tokens: ['desk', 'alice', 'bob', 'li'].map((user) => ({ token: `xoxb-${user}`, user })),
};

await openEventSubscriptions();
await createEmulator({ service: 'twilio', port: twilio, seed: { twilio: { phone_numbers: [number] } } });
await createEmulator({ service: 'slack', port: slack, seed: { slack: workspace } });
await createEmulator({ service: 'aws', port: s3, seed: { aws: { s3: { buckets: [{ name: 'trunkline' }] } } } });
console.log('emulators are ready');

/**
 * The emulator signs and posts events to whoever subscribed, and offers no page to subscribe on, as Slack's own app
 * settings do. `POST /_apps/request-url {"url"}` is that page.
 */
async function openEventSubscriptions() {
  const folder = dirname(fileURLToPath(import.meta.resolve('emulate')));
  const file = readdirSync(folder).find(
    (name) => /^dist-.*\.js$/.test(name) && readFileSync(join(folder, name), 'utf8').includes('var slackPlugin ='),
  );
  if (!file) throw new Error('the emulator of Slack has changed: no plugin found');
  const { slackPlugin } = await import(pathToFileURL(join(folder, file)).href);
  const { register } = slackPlugin;
  slackPlugin.register = (app, store, webhooks, ...rest) => {
    register(app, store, webhooks, ...rest);
    app.post('/_apps/request-url', async (asked) => {
      const { url } = await asked.req.json();
      if (!webhooks.getSubscriptions('slack').some((one) => one.url === url))
        webhooks.register({ url, events: ['*'], active: true, owner: 'slack' });
      return asked.json({ ok: true });
    });
    app.post('/_apps/remove-request-url', async (asked) => {
      const { url } = await asked.req.json();
      for (const one of webhooks.getSubscriptions('slack')) if (one.url === url) webhooks.unregister(one.id);
      return asked.json({ ok: true });
    });
  };
}
