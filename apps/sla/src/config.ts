/** The settings of sla: what every service has, nothing of its own. */
import { platformConfig } from '@trunkline/platform';

export const slaConfig = { ...platformConfig };
