/** Slack's own variables: off without a bot's token; what is half set is refused with a sentence. */
import { type ConfigSpec, setting } from '@trunkline/platform';

const secret = (help: string) => setting.text({ default: '', secret: true, help });

export const variables = {
  SLACK_BOT_TOKEN: secret('token of the bot (xoxb-…); empty: Slack is off'),
  SLACK_SIGNING_SECRET: secret('secret with which Slack signs what it posts; two with a comma while it is replaced'),
  SLACK_APP_TOKEN: secret('token of the app (xapp-…): events then come by Socket Mode, and nobody posts'),
  SLACK_CHANNELS: setting.text({
    default: '',
    help: 'ids of the support channels (C…), with commas: each thread in them is a conversation; *: all that the bot is in; empty: direct messages only',
  }),
  SLACK_URL: setting.text({ default: 'https://slack.com/api', help: 'where Slack’s Web API answers' }),
} satisfies ConfigSpec;

export type SlackConfig = { token: string; secrets: string[]; appToken: string; channels: string[]; api: string };

export function readSlackConfig(values: Record<string, unknown>): SlackConfig | null {
  const text = (name: string) => String(values[name] ?? '').trim();
  const list = (name: string) =>
    text(name)
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  if (!text('SLACK_BOT_TOKEN')) return null;
  const secrets = list('SLACK_SIGNING_SECRET');
  const appToken = text('SLACK_APP_TOKEN');
  if (secrets.length === 0 && !appToken)
    throw new Error('SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is needed: without either nothing can come from Slack');
  const channels = list('SLACK_CHANNELS');
  const wrong = channels.find((id) => id !== '*' && !/^[CG][A-Z0-9]{2,}$/.test(id));
  if (wrong) throw new Error(`SLACK_CHANNELS: ${wrong} is no id of a channel, like C0123ABCD`);
  return { token: text('SLACK_BOT_TOKEN'), secrets, appToken, channels, api: text('SLACK_URL').replace(/\/$/, '') };
}

/** For the samples and the command line alone. */
export const sampleSettings = {
  SLACK_BOT_TOKEN: 'xoxb-sample',
  SLACK_SIGNING_SECRET: 'sample-signing-secret',
  SLACK_CHANNELS: '*',
  SLACK_URL: 'http://127.0.0.1:1/api',
};
