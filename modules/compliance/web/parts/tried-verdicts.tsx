import { useOperation, usePhrases } from '@dualtrack/ui';
import type { TriedVerdict } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { ArticleLine } from './article.tsx';
import { OutcomeTag } from './outcome.tsx';
import { useLater } from './use-later.ts';

type FactValue = Parameters<typeof compliance.classes.tryFacts>[0]['facts'][number]['value'];
type Props = {
  readonly classId: string;
  readonly placementIds: readonly string[];
  readonly facts: readonly { readonly name: string; readonly value: FactValue }[];
};

/** Beside a field while it is filled in: what the law would say if this were recorded. */
export function TriedVerdicts(props: Props) {
  const t = usePhrases('compliance');
  const { classId, placementIds } = props;
  const facts = useLater(props.facts);
  const input = { classId, placementIds: [...placementIds], facts: facts.map((one) => ({ ...one })) };
  const tried = useOperation('compliance.tries', compliance.classes.tryFacts, input, {
    enabled: facts.length > 0,
    keepsPrevious: true,
  });
  // What is not yet of the right form is said at the field itself when it is recorded.
  if (facts.length === 0 || tried.data === undefined || tried.isError) return null;
  const { changes, stays } = tried.data;
  const open = stays.filter((one) => one.to === 'breached' || one.to === 'unknown');
  return (
    <section className="cp-tried" aria-live="polite" aria-label={t('tried.title')}>
      <h3>{t('tried.title')}</h3>
      {changes.length + open.length === 0 ? <p className="dt-quiet">{t('tried.same')}</p> : null}
      <ul className="cp-facts">
        {[...changes, ...open].slice(0, 8).map((one) => (
          <Tried key={`${one.rule} ${one.from} ${one.to}`} verdict={one} />
        ))}
      </ul>
    </section>
  );
}

function Tried(props: { readonly verdict: TriedVerdict }) {
  const t = usePhrases('compliance');
  const { from, to, because, missing, placements, title } = props.verdict;
  return (
    <li>
      <span>{title}</span>
      {to === null ? <span className="dt-quiet">{t('outcome.none')}</span> : <OutcomeTag outcome={to} />}
      <span className="cp-wide dt-small">
        {from === to ? t('tried.stays') : t('tried.was', { outcome: t(`outcome.${from ?? 'none'}`) })}
        {placements > 1 ? ` · ${t('tried.students', { count: placements })}` : null}
        {because.length > 0 ? ` · ${because.join(' · ')}` : null}
        {missing.length > 0 ? ` · ${t('verdict.missing')}: ${missing.join(' · ')}` : null}
      </span>
      <span className="cp-wide">
        <ArticleLine head={props.verdict} />
      </span>
    </li>
  );
}
