import { oneOf, PageLink, useLanguage, usePhrases, writeMoment } from '@dualtrack/ui';
import type { RecordedFact } from '../../shapes.ts';

const rooms = ['order-classes', 'rotations', 'compliance', 'agreements'] as const;

type Source = Pick<RecordedFact, 'sourceModule' | 'sourceId' | 'recordedByName' | 'recordedAt'>;

/** Where a fact came from, when, and from whom; leads to the record where it has a page. */
export function SourceLine(props: { readonly fact: Source; readonly classId: string }) {
  const { locale } = useLanguage();
  const t = usePhrases('compliance');
  const { sourceModule, recordedByName: who, recordedAt } = props.fact;
  const source = t(`source.${oneOf(rooms, sourceModule) ?? 'other'}`);
  const time = writeMoment(locale, recordedAt);
  const words = who === '' ? t('fact.by', { source, time }) : t('fact.byWhom', { source, who, time });
  const path = sourceModule === 'order-classes' ? `/order-classes/${props.classId}` : undefined;
  if (path === undefined) return <span className="dt-quiet dt-small">{words}</span>;
  return (
    <PageLink className="dt-small" to={path}>
      {words}
    </PageLink>
  );
}
