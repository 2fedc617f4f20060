import {
  DataTable,
  Day,
  EmptyState,
  Money,
  oneOf,
  PageHeader,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import type { FigureRecord } from '../../contract.ts';
import { type FigureKey, figureKeys, figures } from '../../figure.ts';
import { outcomes } from '../client.ts';
import '../outcomes.css';
import { FigureTile } from '../parts/figure-tile.tsx';

/** The records behind one figure, and the figure itself above them. */
export function FigurePage() {
  const t = usePhrases('outcomes');
  const key = oneOf(figureKeys, usePathParam('figure'));
  const crumbs = [{ label: t('scoreboard.title'), to: '/scoreboard' }];
  if (key === undefined) {
    return (
      <>
        <PageHeader title={t('scoreboard.title')} crumbs={crumbs} />
        <EmptyState title={t('figure.unknown')} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t(`figure.${key}`)} crumbs={crumbs} note={t(`definition.${key}`)} />
      <FigureHead figure={key} />
      <Records figure={key} />
    </>
  );
}

function FigureHead(props: { readonly figure: FigureKey }) {
  const one = useOperation('outcomes.figure', outcomes.scoreboard.records, {
    figure: props.figure,
    page: 1,
    size: 1,
  });
  if (one.data === undefined) return null;
  return (
    <div className="out-head">
      <FigureTile figure={one.data.figure} showsTime />
    </div>
  );
}

function Records(props: { readonly figure: FigureKey }) {
  const { figure } = props;
  const t = usePhrases('outcomes');
  const nameOf = useNameOf();
  const { unit, measure } = figures[figure];
  const title = (row: FigureRecord) => nameOf({ name: row.title, nameEn: row.titleEn });
  const context = (row: FigureRecord) => nameOf({ name: row.context, nameEn: row.contextEn });
  const counted = (row: FigureRecord): string => {
    if (measure !== 'share') return String(row.part);
    if (row.whole !== 1) return `${row.part} / ${row.whole}`;
    return row.part === 1 ? t('record.counts') : t('record.not');
  };
  return (
    <DataTable
      name="outcomes.records"
      label={t(`figure.${figure}`)}
      load={({ q, sort, page, size }, options) =>
        outcomes.scoreboard.records({ figure, q, sort, page, size }, options)
      }
      columns={[
        {
          key: 'title',
          header: t('record.title'),
          cell: title,
          text: title,
          isTitle: true,
          isSortable: true,
        },
        { key: 'context', header: t('record.context'), cell: context, text: context, isSortable: true },
        {
          key: 'day',
          header: t('record.day'),
          cell: (row) => (row.day === null ? '–' : <Day day={row.day} />),
          text: (row) => row.day,
          isSortable: true,
        },
        {
          key: 'part',
          header: measure === 'share' ? t('record.share') : t(`unit.${unit}`, { count: 2 }),
          cell: (row) =>
            unit === 'fen' ? <Money money={{ amount: row.part, currency: 'CNY' }} /> : counted(row),
          text: (row) => (unit === 'fen' ? row.part / 100 : counted(row)),
          isNumber: true,
          isSortable: true,
        },
      ]}
      rowKey={(row) => row.id}
      rowPath={(row) => row.path ?? `/scoreboard/${figure}`}
      exportName={t(`figure.${figure}`)}
      empty={<EmptyState title={t('record.none')}>{t('record.noneNote')}</EmptyState>}
    />
  );
}
