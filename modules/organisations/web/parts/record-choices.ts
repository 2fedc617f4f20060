import { useNameOf, useOperation } from '@dualtrack/ui';
import { organisations } from '../client.ts';

const everything = { page: 1, size: 200 };
type Choices = { readonly value: string; readonly label: string }[];

/** The school's programmes to choose from, by name and major code. */
export function useProgrammeChoices(): Choices {
  const nameOf = useNameOf();
  const found = useOperation('organisations.programmes', organisations.programmes, everything);
  return (found.data?.items ?? []).map((row) => ({
    value: row.id,
    label: `${nameOf(row)} · ${row.majorCode}`,
  }));
}

/** The enterprise's sites to choose from. */
export function useSiteChoices(): Choices {
  const nameOf = useNameOf();
  const found = useOperation('organisations.sites', organisations.sites, everything);
  return (found.data?.items ?? []).map((row) => ({ value: row.id, label: `${nameOf(row)} · ${row.code}` }));
}

/** The enterprise's posts to choose from, with their titles for fields that hold words. */
export function usePostChoices(): (Choices[number] & { title: string })[] {
  const nameOf = useNameOf();
  const found = useOperation('organisations.posts', organisations.posts, everything);
  return (found.data?.items ?? []).map((row) => ({
    value: row.id,
    label: `${nameOf({ name: row.title, nameEn: row.titleEn })} · ${row.code}`,
    title: row.title,
  }));
}

/** The occupations of the headcount, which posts and projects name by the enterprise's own id. */
export function useOccupationChoices(): Choices {
  const nameOf = useNameOf();
  const found = useOperation('organisations.stocks', organisations.stocks, everything);
  return (found.data?.items ?? []).map((row) => ({
    value: row.occupation,
    label: nameOf({ name: row.title, nameEn: row.titleEn }),
  }));
}
