/** The router's settings: what every service has, and where it keeps what it fitted. */
import { platformConfig, setting } from '@trunkline/platform';

export const routerConfig = {
  ...platformConfig,
  FITTED_HOME: setting.text({
    help: 'folder in which fitted classifiers are kept, so that an empty database need not fit the same again; empty: none',
    default: '',
  }),
};
