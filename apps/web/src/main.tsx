import './shared/theme/mantine-styles.ts';
import { MantineProvider } from '@mantine/core';
import { ProblemError } from '@mlmcsc/client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Bench, createBench } from './app/bench.ts';
import { createAppRouter } from './app/router.tsx';
import { isSessionMissing } from './shared/api/problem.ts';
import { pageLanguage, startLanguage } from './shared/language/page-language.ts';
import { sessionKeys } from './shared/queries/session-query.ts';
import { useStore } from './shared/state/use-store.ts';
import { createAppTheme } from './shared/theme/theme.ts';

const MOST_RETRIES = 2;

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < MOST_RETRIES && error instanceof ProblemError && error.retryable,
    },
  },
});

let bench: Bench | null = null;
const router = createAppRouter({
  queryClient,
  getBench: () => {
    bench ??= createBench({ queryClient, onError: leaveWhenSignedOut });
    return bench;
  },
});

/** An ended session leads to the sign-in page, and from there back to where it ended. */
function leaveWhenSignedOut(error: unknown): void {
  if (!isSessionMissing(error)) return;
  queryClient.setQueryData(sessionKeys.current, null);
  const { pathname, href } = router.state.location;
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { next: href } });
}

const root = document.getElementById('root');
if (root === null) throw new TypeError('index.html has no element with the id "root"');
const container = root;

/** Everything on the screen; made anew when the language changes, because texts are read while showing. */
function App() {
  const language = useStore(pageLanguage);
  return (
    <MantineProvider key={language} theme={createAppTheme()} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

// Without its German texts the page is better than no page.
void startLanguage()
  .catch((error: unknown) => console.error(error))
  .then(() =>
    createRoot(container).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
