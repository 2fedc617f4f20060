import { useLanguage, useOperation, usePhrases, writeMoment } from '@dualtrack/ui';
import { compliance } from '../client.ts';
import '../compliance.css';
import { FactValue } from './fact-value.tsx';
import { SourceLine } from './source-line.tsx';

/** What a fact says and said before, newest first, with who recorded it. */
export function FactHistory(props: {
  readonly classId: string;
  readonly student: { readonly placementId: string } | undefined;
  readonly name: string;
}) {
  const { locale } = useLanguage();
  const t = usePhrases('compliance');
  const { classId, name, student } = props;
  const of = { classId, name, ...(student === undefined ? {} : { placementId: student.placementId }) };
  const found = useOperation('compliance.facts', compliance.facts.list, of);
  const items = (found.data?.items ?? []).slice(0, 20);
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{t('fact.history')}</h3>
      <ul className="cp-facts">
        {items.map((one) => (
          <li key={one.id}>
            <span>
              {one.isWithheld ? t('fact.withheld') : <FactValue value={one.value} unit={one.unit} />}
            </span>
            <span className="dt-quiet dt-small">
              {one.replacedAt === null ? '' : t('fact.until', { time: writeMoment(locale, one.replacedAt) })}
            </span>
            <span className="cp-wide">
              <SourceLine fact={one} classId={classId} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
