/** The router's settings: what every service has, nothing of its own yet. */
import { platformConfig } from '@trunkline/platform';

export const routerConfig = { ...platformConfig };
