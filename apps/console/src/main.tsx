/** Starts the console: texts, ground, what is fetched, and the way through it. */
import './parts/tokens.css';
import '@mantine/core/styles.layer.css';
import './parts/parts.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { usePreferences } from './parts/preferences.ts';
import { Refused } from './parts/refused.ts';
import { theme } from './parts/theme.ts';
import { makeRouter } from './routes.tsx';
import { startTexts } from './texts/start-texts.ts';

startTexts();
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      gcTime: 300_000,
      // a refusal stays one; only a lost line or a busy house is asked again
      retry: (count, error) => count < 3 && error instanceof Refused && (error.status === 0 || error.status >= 500),
      retryDelay: (count) => Math.min(4000, 300 * 2 ** count),
    },
  },
});
const router = makeRouter(client);

function Console() {
  const { ground } = usePreferences();
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(ground === 'auto' ? {} : { forceColorScheme: ground })}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
