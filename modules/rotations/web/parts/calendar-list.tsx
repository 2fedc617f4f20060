import { DayRange, today, usePhrases } from '@dualtrack/ui';
import type { CalendarView } from '../../calendar-contract.ts';
import { bySpan } from '../../calendar-groups.ts';
import { dayAfter, weekAfter } from '../../week.ts';
import { type Calendar, type CalendarBlock, useBlockWords } from './calendar-words.ts';

/** A calendar as a list: when, and who is where then; what is over stands folded away. */
export function CalendarList(props: { readonly by: CalendarView; readonly calendar: Calendar }) {
  const { by, calendar } = props;
  const t = usePhrases('rotations');
  const spans = bySpan(calendar.blocks);
  const isOver = (span: (typeof spans)[number]) => weekAfter(span.firstWeek, span.weeks) <= today();
  const [past, coming] = [spans.filter(isOver), spans.filter((span) => !isOver(span))];
  const list = (some: typeof spans) => (
    <ol className="ro-agenda">
      {some.map((span) => (
        <li key={`${span.firstWeek} ${span.weeks}`}>
          <h3>
            <DayRange from={span.firstWeek} to={dayAfter(span.firstWeek, span.weeks * 7 - 3)} />{' '}
            <span className="dt-quiet">{t('cal.weeks', { count: span.weeks })}</span>
          </h3>
          <SpanBlocks by={by} blocks={span.blocks} />
        </li>
      ))}
    </ol>
  );
  if (coming.length === 0) return list(past);
  return (
    <>
      {list(coming)}
      {past.length === 0 ? null : (
        <details className="ro-past">
          <summary>{t('cal.past', { count: past.length })}</summary>
          {list(past)}
        </details>
      )}
    </>
  );
}

function SpanBlocks(props: { readonly by: CalendarView; readonly blocks: readonly CalendarBlock[] }) {
  const { by, blocks } = props;
  const words = useBlockWords(by);
  return (
    <ul className="ro-list">
      {blocks.map((block) => (
        <li key={block.id}>
          <b>{words.title(block)}</b>
          <p className="dt-quiet">{words.detail(block)}</p>
        </li>
      ))}
    </ul>
  );
}
