import { loadLocale, localeFrom } from '@dualtrack/locales/browser';
import { firstLocale } from '@dualtrack/ui/plain';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createQueries } from './queries.ts';
import { sessionQuery } from './session/session-query.ts';

const queries = createQueries();
const locale = firstLocale(localeFrom);
document.documentElement.lang = locale;
// Both are needed before anything can be shown: asked for side by side.
void queries.prefetchQuery(sessionQuery);
const first = await loadLocale(locale);

const place = document.getElementById('root');
if (place) createRoot(place).render(<App first={first} queries={queries} />);
