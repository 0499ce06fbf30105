/** What a role opens on the screen; the gateway decides, this only hides what would be refused. */
import { useQuery } from '@tanstack/react-query';
import { meQuery } from './queries.ts';

const watchers = ['supervisor', 'monitor', 'administrator'];
const deciders = ['supervisor', 'administrator'];

const useRole = () => useQuery(meQuery).data?.staff.role ?? '';

/** Sees the floor. */
export const useMayWatch = () => watchers.includes(useRole());
/** Takes over, acknowledges, takes in again. */
export const useMayDecide = () => deciders.includes(useRole());
/** Monitors read along and never speak to customers. */
export const useMayReply = () => !['monitor', 'department-member', ''].includes(useRole());
/** Belongs to a department outside the desk. */
export const useIsMember = () => useRole() === 'department-member';
/** Looks at the settings. */
export const useMaySeeSettings = () => deciders.includes(useRole());
/** Changes people and publishes the policy. */
export const useMayRun = () => useRole() === 'administrator';
