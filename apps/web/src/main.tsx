import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isServiceProblem } from './api/problem.js';
import { router } from './router.js';
import { forgetWithSession } from './session/forget.js';
import { sessionQuery } from './session/session.js';
import { readableColors, theme } from './theme.js';

const client = new QueryClient({
  queryCache: new QueryCache({
    // A session may end while a page is open: the page then asks to sign in again.
    onError: (error) => {
      if (isServiceProblem(error, 'access.signed-out')) client.setQueryData(sessionQuery.queryKey, null);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (times, error) => times < 2 && isServiceProblem(error, 'service.unreachable'),
    },
  },
});

forgetWithSession(client);

/** What lets the styles that are made while the page runs through the content security policy. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
// The lock of scrolling behind a dialog takes it from there.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={readableColors} defaultColorScheme="auto" getStyleNonce={() => nonce ?? ''}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
