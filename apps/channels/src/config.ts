/** What channels is told: the platform's variables, the field key, and each channel's own. */
import { type ConfigSpec, platformConfig, setting } from '@trunkline/platform';
import { channels } from './channels.ts';
import { objectSettings } from './object-settings.ts';
import { publicUrl } from './public-url.ts';

const ownConfig = {
  ...platformConfig,
  FIELD_KEY: setting.keys({
    help: 'kid:base64url,… with which what customers sent is encrypted at rest; the first seals, all open',
  }),
  ...objectSettings,
  ...publicUrl,
};

export const channelsConfig: typeof ownConfig & ConfigSpec = Object.assign(
  { ...ownConfig },
  ...channels.map((channel) => channel.config.variables),
);
