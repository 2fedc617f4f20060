import {
  EmptyState,
  PageHeader,
  useLanguage,
  usePhrases,
  useSession,
  wallClock,
  writeDay,
} from '@dualtrack/ui';
import { homeCards } from '../modules.ts';
import { HomeCard } from './home-card.tsx';
import './home.css';
import { Tour } from './tour.tsx';

function partOfDay(hour: number): 'morning' | 'noon' | 'afternoon' | 'evening' {
  if (hour < 11) return 'morning';
  if (hour < 14) return 'noon';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** The first screen: what needs me today. Cards in the order of their urgency, down one column and then the other. */
export function HomePage() {
  const t = usePhrases('shell');
  const { locale } = useLanguage();
  const { person, membership } = useSession();
  const { day, time } = wallClock(new Date());
  const own = homeCards.filter((card) => card.roles.includes(membership.role));
  const greeting = t(`home.greeting.${partOfDay(Number(time.slice(0, 2)))}`, { name: person.name });
  return (
    <>
      <PageHeader title={greeting} note={writeDay(locale, day)} />
      <Tour />
      {own.length === 0 ? (
        <EmptyState title={t('home.nothing')}>{t('home.nothingNote')}</EmptyState>
      ) : (
        <section className="dt-home" aria-label={t('home.needs')}>
          {own.map((card) => (
            <HomeCard key={card.id} card={card} />
          ))}
        </section>
      )}
    </>
  );
}
