import { usePhrases } from '@dualtrack/ui';
import type { ReactNode } from 'react';
import { type KeptOutcome, outcomes } from '../../shapes.ts';

type Row = { readonly key: string; readonly head: ReactNode; readonly counts: Record<KeptOutcome, number> };

/** How many verdicts of each outcome there are, row by row. */
export function OutcomeTable(props: { readonly title: string; readonly rows: readonly Row[] }) {
  const t = usePhrases('compliance');
  return (
    // The frame scrolls by itself, so the keyboard must be able to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is to be reached by keyboard
    <section className="cp-frame" tabIndex={0} aria-label={props.title}>
      <table className="cp-table">
        <thead>
          <tr>
            <th scope="col">{props.title}</th>
            {outcomes.map((one) => (
              <th key={one} scope="col" className="cp-number">
                {t(`outcome.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, head, counts }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {outcomes.map((one) => (
                <td key={one} className="cp-number">
                  {counts[one]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
