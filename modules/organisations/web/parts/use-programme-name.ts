import { useNameOf } from '@dualtrack/ui';

/** The programme of a row in the page's language; null where the row has none. */
export function useProgrammeName() {
  const nameOf = useNameOf();
  return <Name extends string | null>(row: { programme: Name; programmeEn: string | null }) =>
    row.programme === null ? null : nameOf({ name: row.programme, nameEn: row.programmeEn });
}
