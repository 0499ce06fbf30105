/** The ways through the console: sign in, the inbox with one conversation open, the floor, the tickets, the settings. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isFilter } from './inbox/filters.ts';
import { Inbox } from './inbox/inbox.tsx';
import { meQuery } from './parts/queries.ts';
import { Refused } from './parts/refused.ts';
import { Shell } from './parts/shell.tsx';
import { SetUp } from './sign-in/set-up.tsx';
import { SignIn } from './sign-in/sign-in.tsx';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignIn,
  validateSearch: (search): { back?: string } =>
    typeof search.back === 'string' && search.back.startsWith('/') ? { back: search.back } : {},
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: SetUp,
  validateSearch: (search): { token: string; for?: string } => ({
    token: String(search.token ?? ''),
    ...(typeof search.for === 'string' && { for: search.for }),
  }),
});

const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.client.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof Refused && error.status === 401) {
        throw redirect({ to: '/sign-in', search: { back: location.href } });
      }
    }
  },
});

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { staff } = await context.client.ensureQueryData(meQuery);
    if (staff.role === 'department-member') throw redirect({ to: '/tickets' });
    throw redirect({ to: '/inbox/$filter', params: { filter: 'mine' } });
  },
});
const inbox = createRoute({
  getParentRoute: () => desk,
  path: '/inbox/$filter',
  component: Inbox,
  beforeLoad: async ({ context, params }) => {
    const { staff } = await context.client.ensureQueryData(meQuery);
    if (staff.role === 'department-member') throw redirect({ to: '/tickets' });
    if (!isFilter(params.filter)) throw redirect({ to: '/inbox/$filter', params: { filter: 'mine' } });
  },
});
const conversation = createRoute({ getParentRoute: () => inbox, path: '$conversationId' });
const floor = createRoute({
  getParentRoute: () => desk,
  path: '/floor',
  component: lazyRouteComponent(() => import('./supervise/floor.tsx'), 'Floor'),
});
const tickets = createRoute({
  getParentRoute: () => desk,
  path: '/tickets',
  component: lazyRouteComponent(() => import('./tickets/tickets-page.tsx'), 'TicketsPage'),
});
const ticket = createRoute({
  getParentRoute: () => desk,
  path: '/tickets/$ticketId',
  beforeLoad: async ({ context }) => {
    const { staff } = await context.client.ensureQueryData(meQuery);
    if (staff.role === 'department-member') throw redirect({ to: '/tickets' });
  },
  component: lazyRouteComponent(() => import('./tickets/ticket-page.tsx'), 'TicketPage'),
});
const archive = createRoute({
  getParentRoute: () => desk,
  path: '/archive',
  component: lazyRouteComponent(() => import('./closing/archive.tsx'), 'Archive'),
});
const customers = createRoute({
  getParentRoute: () => desk,
  path: '/customers',
  component: lazyRouteComponent(() => import('./customers/customers-page.tsx'), 'CustomersPage'),
});
const customer = createRoute({ getParentRoute: () => customers, path: '$customerId' });
const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings/$page',
  component: lazyRouteComponent(() => import('./administer/settings.tsx'), 'Settings'),
  validateSearch: (search): { at?: string } => (typeof search.at === 'string' ? { at: search.at } : {}),
});
const elsewhere = createRoute({
  getParentRoute: () => root,
  path: '$',
  beforeLoad: () => {
    throw redirect({ to: '/' });
  },
});

const tree = root.addChildren([
  signIn,
  setUp,
  desk.addChildren([
    home,
    inbox.addChildren([conversation]),
    floor,
    tickets,
    ticket,
    customers.addChildren([customer]),
    archive,
    settings,
  ]),
  elsewhere,
]);

export const makeRouter = (client: QueryClient) => createRouter({ routeTree: tree, context: { client } });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
