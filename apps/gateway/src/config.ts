/** The gateway's settings beside those of every service. */
import { fileURLToPath } from 'node:url';
import { type Config, platformConfig, setting } from '@trunkline/platform';

export const gatewayConfig = {
  ...platformConfig,
  CONSOLE_FILES: setting.text({
    default: fileURLToPath(new URL('../../console/dist', import.meta.url)),
    help: 'Folder with the built console, served at /.',
  }),
  PUBLIC_URL: setting.text({
    default: '',
    help: 'Where people reach the console, like https://desk.example.com; empty: wherever the request came to.',
  }),
  ADMIN_EMAIL: setting.text({
    default: '',
    help: 'E-mail of the first administrator; empty: a set-up link in the log.',
  }),
  ADMIN_PASSWORD: setting.text({ default: '', secret: true, help: 'Password of the first administrator.' }),
  SESSION_HOURS: setting.count({ default: 12, help: 'How long a sign-in lasts at most, in hours.' }),
  SESSION_IDLE_MINUTES: setting.count({ default: 120, help: 'How long a sign-in lasts unused, in minutes.' }),
  SEAL_KEYS: setting.keys({
    default: [],
    help: 'kid:base64url,… that seal secrets of notification targets; the first seals, all open; empty: none may be stored',
  }),
  NOTIFY_ALLOWED_HOSTS: setting.text({
    default: '',
    help: 'host or host:port, with commas: notification targets there may be private or plain http',
  }),
  NOTIFY_FROM: setting.text({
    default: 'trunkline@localhost',
    help: 'the address that notifications by mail come from',
  }),
  SMTP_URL: setting.text({
    default: '',
    secret: true,
    help: 'smtp(s)://user:password@host:port to send through',
  }),
};
export type GatewayConfig = Config<typeof gatewayConfig>;
