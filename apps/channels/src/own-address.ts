/** Where this process answers, for a channel that knocks at its own front door. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ownAddress = (http: Server): string => `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

/** What people read as the name of who writes a test. */
export const testerName = 'Trunkline self-test';
