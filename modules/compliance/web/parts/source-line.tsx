import { oneOf, PageLink, useLanguage, usePhrases, useSession, writeMoment } from '@dualtrack/ui';
import { placeOfFact } from '../../fact-place.ts';
import type { RecordedFact } from '../../shapes.ts';

const rooms = ['order-classes', 'rotations', 'compliance', 'agreements'] as const;

type Source = Pick<RecordedFact, 'name' | 'sourceModule' | 'sourceId' | 'recordedByName' | 'recordedAt'>;

/** Where a fact came from, when, and from whom; leads to the record where it has a page. */
export function SourceLine(props: { readonly fact: Source; readonly classId: string }) {
  const { locale } = useLanguage();
  const t = usePhrases('compliance');
  const { role } = useSession().membership;
  const { sourceModule, recordedByName: who, recordedAt } = props.fact;
  const source = t(`source.${oneOf(rooms, sourceModule) ?? 'other'}`);
  const time = writeMoment(locale, recordedAt);
  const words = who === '' ? t('fact.by', { source, time }) : t('fact.byWhom', { source, who, time });
  const from = { module: sourceModule, recordId: props.fact.sourceId };
  const path = placeOfFact(props.fact.name, from, props.classId, role)?.path;
  if (path === undefined) return <span className="dt-quiet dt-small">{words}</span>;
  return (
    <PageLink className="dt-small" to={path}>
      {words}
    </PageLink>
  );
}
