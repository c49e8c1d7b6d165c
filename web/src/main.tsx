import { createTheme, Loader, MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ApiFailure } from './api.js';
import { App } from './app.js';
import { LanguageProvider } from './language.js';
import './netra.css';
import './frame.css';
import './list.css';
import './desk.css';
import './panels.css';
import './why.css';
import './decisions.css';
import './cards.css';
import './reports.css';
import './registry.css';
import './templates.css';
import './posters.css';
import './people.css';
import './notices.css';
import './question.css';
import './remarks.css';
import './same.css';
import './search.css';
import './print.css';

const theme = createTheme({
  // A name is read out only of what has a role.
  components: { Loader: Loader.extend({ defaultProps: { role: 'img' } }) },
  primaryColor: 'netra',
  primaryShade: { light: 7, dark: 5 },
  defaultRadius: 'sm',
  // No font from elsewhere: whatever the machine has.
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif',
  colors: {
    netra: [
      '#e8f4f7',
      '#d5e6eb',
      '#aaccd6',
      '#7cb0c1',
      '#5799ae',
      '#408aa3',
      '#2f7d97',
      '#1f6079',
      '#165064',
      '#0b3f50',
    ],
  },
});

/** A refusal stays one; only a network that hiccups is asked again. Views are logged, so nothing is re-read by itself. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && error instanceof ApiFailure && error.status === 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 0,
      gcTime: 0,
    },
  },
});

// The page's nonce lets styles that the library makes at run time pass the content security policy.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

createRoot(document.getElementById('root')!).render(
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </LanguageProvider>
  </MantineProvider>,
);
