import { EmptyState, useAddressQuery, useLanguage, usePhone, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { type ClassMatrix as Matrix, outcomes } from '../../shapes.ts';
import '../compliance.css';
import { useArticle } from './article.tsx';
import { markOf, OpenTags, OutcomeTag } from './outcome.tsx';

type Row = Matrix['rows'][number];
type Props = { readonly matrix: Matrix; readonly onOpen: (placementId: string, rule: string) => void };

/** Students × rules; on a phone one list for each student. At first only rules that need attention. */
export function ClassMatrix(props: Props) {
  const t = usePhrases('compliance');
  const isPhone = usePhone();
  const [query, change] = useAddressQuery();
  const showsAll = query.rules === 'all';
  const rules = props.matrix.rules.filter((one) => showsAll || one.breached + one.unknown > 0);
  const shown = { ...props.matrix, rules };
  return (
    <>
      <div className="cp-legend dt-small">
        {outcomes.map((outcome) => (
          <span key={outcome}>
            <span className={`cp-legend-mark cp-${outcome}`} aria-hidden="true">
              {markOf[outcome]}
            </span>
            {t(`outcome.${outcome}`)}
          </span>
        ))}
        <Button size="small" onClick={() => change({ rules: showsAll ? undefined : 'all' })}>
          {t(showsAll ? 'matrix.trouble' : 'matrix.all')}
        </Button>
      </div>
      {rules.length === 0 ? (
        <EmptyState title={t('matrix.none')}>{t('matrix.noneNote')}</EmptyState>
      ) : (
        byLaw(shown).map(({ jurisdiction, matrix, isAlone }) => (
          <section key={jurisdiction} className="cp-law">
            {isAlone ? null : <LawTitle jurisdiction={jurisdiction} />}
            {isPhone ? (
              <StudentLists matrix={matrix} onOpen={props.onOpen} />
            ) : (
              <Table matrix={matrix} onOpen={props.onOpen} />
            )}
          </section>
        ))
      )}
    </>
  );
}

/** Students under one law stand together, with the rules of that law only. */
function byLaw(matrix: Matrix) {
  const groups = [...Map.groupBy(matrix.rows, (row) => row.jurisdiction)];
  return groups.map(([jurisdiction, rows]) => {
    const asked = new Set(rows.flatMap((row) => row.cells.map((one) => one.rule)));
    const rules = matrix.rules.filter((one) => asked.has(one.rule));
    return { jurisdiction, isAlone: groups.length === 1, matrix: { ...matrix, rows, rules } };
  });
}

function LawTitle(props: { readonly jurisdiction: string }) {
  const t = usePhrases('compliance');
  const { locale } = useLanguage();
  const country = new Intl.DisplayNames([locale], { type: 'region' }).of(props.jurisdiction);
  return <h2>{t('law.of', { country: country ?? props.jurisdiction })}</h2>;
}

function Table({ matrix, onOpen }: Props) {
  const t = usePhrases('compliance');
  const article = useArticle();
  return (
    // The frame scrolls by itself, so the keyboard must be able to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is to be reached by keyboard
    <section className="cp-frame" tabIndex={0} aria-label={t('matrix.title')}>
      <table className="cp-matrix">
        <thead>
          <tr>
            <th scope="col">{t('matrix.student')}</th>
            {matrix.rules.map((rule) => (
              <th key={rule.rule} scope="col" title={`${article(rule)} ${rule.title}`}>
                <span className="cp-turned">{rule.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.placementId}>
              <th scope="row">{row.studentName}</th>
              {matrix.rules.map((rule) => (
                <Mark key={rule.rule} row={row} rule={rule} onOpen={onOpen} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Mark(props: {
  readonly row: Row;
  readonly rule: { rule: string; title: string };
  readonly onOpen: Props['onOpen'];
}) {
  const t = usePhrases('compliance');
  const [query] = useAddressQuery();
  const { row, rule } = props;
  const cell = row.cells.find((one) => one.rule === rule.rule);
  if (cell === undefined) return <td />;
  const label = t('matrix.cell', {
    student: row.studentName,
    rule: rule.title,
    outcome: t(`outcome.${cell.outcome}`),
  });
  return (
    <td>
      <button
        type="button"
        className={`dt-bare cp-mark cp-${cell.outcome}`}
        aria-label={label}
        aria-pressed={query.student === row.placementId && query.rule === rule.rule}
        onClick={() => props.onOpen(row.placementId, rule.rule)}
      >
        {markOf[cell.outcome]}
      </button>
    </td>
  );
}

function StudentLists({ matrix, onOpen }: Props) {
  const shown = new Map(matrix.rules.map((rule) => [rule.rule, rule.title]));
  return (
    <ul className="dt-plain-list cp-list">
      {matrix.rows.map((row) => {
        const count = (outcome: string) => row.cells.filter((one) => one.outcome === outcome).length;
        return (
          <li key={row.placementId}>
            <strong>{row.studentName}</strong>
            <OpenTags tally={{ breached: count('breached'), unknown: count('unknown') }} />
            <details className="cp-under">
              <summary className="dt-quiet">{row.postTitle}</summary>
              <ul className="dt-plain-list cp-facts">
                {row.cells
                  .filter((cell) => shown.has(cell.rule))
                  .map((cell) => (
                    <li key={cell.rule}>
                      <button
                        type="button"
                        className="dt-bare"
                        onClick={() => onOpen(row.placementId, cell.rule)}
                      >
                        {shown.get(cell.rule)}
                      </button>
                      <OutcomeTag outcome={cell.outcome} />
                    </li>
                  ))}
              </ul>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
