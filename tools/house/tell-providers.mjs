/** What the stand-ins of providers are told: our number at Twilio, and where the house answers for it. */

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
        CHANNELS_PUBLIC_URL: env.CHANNELS_PUBLIC_URL ?? `http://127.0.0.1:${ports.channels}`,
      }
    : {};

/** For run.json: how to send the desk an SMS. Null without the emulator. */
export const describeSms = ({ env, ports }) =>
  env.TWILIO_EMULATOR_URL ? { number: numberOf(ports), account, token, api: env.TWILIO_EMULATOR_URL } : null;

/** The emulator forgets with each start; a number that it has already is pointed to this house. */
export async function tellProviders({ env, ports }) {
  const sms = describeSms({ env, ports });
  if (!sms) return;
  const form = { PhoneNumber: sms.number, SmsUrl: `http://127.0.0.1:${ports.channels}/hooks/sms` };
  const answer = await fetch(`${sms.api}/2010-04-01/Accounts/${account}/IncomingPhoneNumbers.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
    body: new URLSearchParams(form),
  });
  if (!answer.ok) console.error(`[house] the stand-in of Twilio did not take our number: ${answer.status}`);
}
