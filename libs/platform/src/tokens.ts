/** What the platform's parts ask Nest for by name rather than by class. */
import type { PolicyV1, Service } from '@trunkline/contracts';

/** The typed settings of the service: `@Inject(CONFIG) config: Config<typeof routerConfig>`. */
export const CONFIG = Symbol('config');
/** Who we are: `@Inject(SERVICE) me: Me`. */
export const SERVICE = Symbol('service');
/** What holds before any setting was published. */
export const DEFAULTS = Symbol('defaults');

/** `instance` is new at each start: it owns leases and names the groups that every replica has of its own. */
export type Me = { name: Service; instance: string };
export type Defaults = { policy: PolicyV1 };
