import {
  type AreaEntry,
  areaOrder,
  type FrameArea,
  type Role,
  usePhraseAt,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { useQueries } from '@tanstack/react-query';
import { areaEntries } from '../modules.ts';

function isFor(entry: AreaEntry, role: Role): boolean {
  return entry.roles === 'all' || entry.roles.includes(role);
}

/** The sidebar of this person: areas that have an entry for the role, in the order of the thread, with what waits in each. */
export function useAreas(): FrameArea[] {
  const { membership } = useSession();
  const t = usePhrases('shell');
  const at = usePhraseAt();
  const own = areaEntries.filter((entry) => isFor(entry, membership.role));
  const counted = own.filter((entry) => entry.countLoad !== undefined);
  const counts = useQueries({
    queries: counted.map((entry) => ({
      queryKey: ['counts', entry.path],
      queryFn: () => entry.countLoad?.() ?? 0,
      refetchInterval: 60_000,
      retry: false,
    })),
  });
  const home: FrameArea = { area: 'home', label: t('area.home'), path: '/', entries: [] };
  const others = areaOrder.flatMap((area): FrameArea[] => {
    const entries = own.filter((entry) => entry.area === area);
    const [first] = entries;
    if (first === undefined || area === 'home') return [];
    const count = entries.reduce((sum, entry) => sum + (counts[counted.indexOf(entry)]?.data ?? 0), 0);
    const named = entries.map((entry) => ({ path: entry.path, label: at(entry.labelKey) }));
    return [{ area, label: t(`area.${area}`), path: first.path, entries: named, count }];
  });
  return [home, ...others];
}
