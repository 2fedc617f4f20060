import { DayRange, PageLink, StateTag, useNameOf, usePhrases } from '@dualtrack/ui';
import type { MyInternshipRow } from '../../contract/internships.ts';
import { toneOf } from '../agreement-words.ts';

/** Own agreements with what they wait for. */
export function MyInternshipList(props: { readonly items: readonly MyInternshipRow[] }) {
  const t = usePhrases('internships');
  const ta = usePhrases('agreements');
  const nameOf = useNameOf();
  return (
    <ul className="in-rows">
      {props.items.map((row) => (
        <li key={row.id} className="in-mine">
          <PageLink to={`/my-internship-agreements/${row.id}`}>
            {nameOf({ name: row.enterprise, nameEn: row.enterpriseEn })} ·{' '}
            {nameOf({ name: row.postTitle, nameEn: row.postTitleEn })}
          </PageLink>
          <span>
            {row.whyNot === null ? (
              <StateTag tone="soon">{t('mine.waits')}</StateTag>
            ) : (
              <StateTag tone={toneOf(row.state)}>{ta(`state.${row.state}`)}</StateTag>
            )}
          </span>
          {row.validFrom === null || row.validTo === null ? null : (
            <span className="dt-small dt-quiet">
              <DayRange from={row.validFrom} to={row.validTo} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
