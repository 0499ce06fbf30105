/** What the stand-ins of providers are told: our number at Twilio, our bot in Slack, and where the house answers for them. */

/** The emulator's own account; nothing of it is a secret. */
const account = `AC${'0'.repeat(32)}`;
const token = 'twilio_test_auth_token';

/** A number of the house's own: several houses may share one emulator. */
const numberOf = (ports) => `+150055${String(ports.channels).padStart(5, '0')}`;

export const smsSettings = ({ env, ports }) =>
  env.TWILIO_EMULATOR_URL
    ? {
        TWILIO_ACCOUNT_SID: env.TWILIO_ACCOUNT_SID ?? account,
        TWILIO_AUTH_TOKEN: env.TWILIO_AUTH_TOKEN ?? token,
        TWILIO_NUMBERS: env.TWILIO_NUMBERS ?? numberOf(ports),
        TWILIO_URL: env.TWILIO_URL ?? env.TWILIO_EMULATOR_URL,
        HOTLINE_ACCOUNT_SID: env.HOTLINE_ACCOUNT_SID ?? account,
        HOTLINE_AUTH_TOKEN: env.HOTLINE_AUTH_TOKEN ?? token,
        HOTLINE_NUMBERS: env.HOTLINE_NUMBERS ?? numberOf(ports),
        HOTLINE_URL: env.HOTLINE_URL ?? env.TWILIO_EMULATOR_URL,
      }
    : {};

/** For run.json: how to send the desk an SMS. Null without the emulator. */
export const describeSms = ({ env, ports }) =>
  env.TWILIO_EMULATOR_URL ? { number: numberOf(ports), account, token, api: env.TWILIO_EMULATOR_URL } : null;

/** The stand-in's own workspace; its first channel is our support channel. */
const support = 'C000000001';
const signingSecret = 'slack_test_signing_secret';

export const slackSettings = ({ env }) =>
  env.SLACK_EMULATOR_URL
    ? {
        SLACK_BOT_TOKEN: env.SLACK_BOT_TOKEN ?? 'xoxb-desk',
        SLACK_SIGNING_SECRET: env.SLACK_SIGNING_SECRET ?? signingSecret,
        SLACK_CHANNELS: env.SLACK_CHANNELS ?? support,
        SLACK_URL: env.SLACK_URL ?? `${env.SLACK_EMULATOR_URL}/api`,
      }
    : {};

/** For run.json: how to speak to the desk in Slack, and as whom. Null without the emulator. */
export const describeSlack = ({ env }) =>
  env.SLACK_EMULATOR_URL
    ? { api: `${env.SLACK_EMULATOR_URL}/api`, channel: support, customers: { alice: 'xoxb-alice', bob: 'xoxb-bob' } }
    : null;

/** The emulators forget with each start. */
export async function tellProviders({ env, ports }) {
  await Promise.all([tellTwilio({ env, ports }), tellSlack({ env, ports })]);
}

async function tellSlack({ env, ports }) {
  if (!env.SLACK_EMULATOR_URL) return;
  const answer = await fetch(`${env.SLACK_EMULATOR_URL}/_apps/request-url`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `http://127.0.0.1:${ports.channels}/hooks/slack` }),
  }).catch((error) => ({ ok: false, status: error.message }));
  if (!answer.ok) console.error(`[house] the stand-in of Slack did not take our address: ${answer.status}`);
}

/** A number that it has already is pointed to this house. */
async function tellTwilio({ env, ports }) {
  const sms = describeSms({ env, ports });
  if (!sms) return;
  const hooks = `http://127.0.0.1:${ports.channels}/hooks`;
  const voice = { VoiceUrl: `${hooks}/hotline`, StatusCallback: `${hooks}/hotline/status` };
  const form = { PhoneNumber: sms.number, SmsUrl: `${hooks}/sms`, ...voice };
  const answer = await fetch(`${sms.api}/2010-04-01/Accounts/${account}/IncomingPhoneNumbers.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
    body: new URLSearchParams(form),
  });
  if (!answer.ok) console.error(`[house] the stand-in of Twilio did not take our number: ${answer.status}`);
}
