import type { Catalogue } from '@dualtrack/locales/browser';
import { AppearanceProvider, FormAsideProvider, LanguageProvider, ToastProvider } from '@dualtrack/ui/plain';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import '@dualtrack/ui/styles.css';
import { formAsides } from './modules.ts';
import { createAppRouter } from './router.tsx';

/** The whole application: look, language, cache, pages. */
export function App(props: { readonly first: Catalogue; readonly queries: QueryClient }) {
  const [router] = useState(() => createAppRouter(props.queries));
  return (
    <AppearanceProvider>
      <LanguageProvider first={props.first}>
        <QueryClientProvider client={props.queries}>
          <ToastProvider>
            <FormAsideProvider asides={formAsides}>
              <RouterProvider router={router} />
            </FormAsideProvider>
          </ToastProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </AppearanceProvider>
  );
}
