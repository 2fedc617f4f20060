import { PageLink, Panel, useLanguage, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { useQuery } from '@tanstack/react-query';
import type { PlanDetail } from '../../contract.ts';
import { rotations } from '../client.ts';
import { useListOf } from './use-list-of.ts';
import { useWhyNot } from './use-why-not.ts';

type Blocked = Awaited<ReturnType<typeof rotations.check>>['blocking'][number];

/** The law before publishing: what blocks stands on top with its remedy; then the one button. */
export function LawPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const changes = usePhrases('rotation-changes');
  const whyNot = useWhyNot();
  const check = useWrite(rotations.check, { invalidates: ['compliance'] });
  const publish = useWrite(rotations.publish, {
    invalidates: ['rotations', 'compliance'],
    done: t('publish.done'),
  });
  if (plan.state !== 'solved') return null;
  const blocking = check.data?.blocking ?? [];
  const of = (outcome: string) => check.data?.counts[outcome] ?? 0;
  const planId = plan.id;
  return (
    <Panel title={t('law.title')}>
      <p className="dt-quiet">{t('law.note')}</p>
      {check.data === undefined ? null : (
        <>
          <p role="status" className={blocking.length > 0 ? 'ro-warn' : undefined}>
            {blocking.length > 0 ? t('law.blocked', { count: blocking.length }) : t('law.free')}
          </p>
          <BlockingList plan={plan} blocking={blocking} />
          {blocking.length === 0 ? null : (
            <p className="ro-row">
              <PageLink to={`/compliance/classes/${plan.classId}`}>{changes('law.mendFacts')}</PageLink>
              <PageLink to={`/order-classes/${plan.classId}`}>{changes('law.mendPosts')}</PageLink>
            </p>
          )}
          <p className="dt-quiet">
            {t('law.counts', { met: of('met'), unknown: of('unknown'), breached: of('breached') })}
          </p>
        </>
      )}
      <div className="ro-row">
        <WhyNotButton
          whyNot={whyNot(plan.abilities.pin)}
          loading={check.isPending}
          onClick={() => check.mutate({ planId })}
        >
          {t('law.check')}
        </WhyNotButton>
        <WhyNotButton
          type="primary"
          whyNot={
            whyNot(plan.abilities.publish) ??
            (plan.overtakenBy === null ? undefined : changes('stale.title')) ??
            (plan.misfits.length > 0 ? changes('misfit.title') : undefined) ??
            (blocking.length > 0 ? t('law.blocked', { count: blocking.length }) : undefined)
          }
          loading={publish.isPending}
          onClick={() => publish.mutate({ planId }, { onError: () => check.mutate({ planId }) })}
        >
          {t('publish.do')}
        </WhyNotButton>
      </div>
    </Panel>
  );
}

function BlockingList(props: { readonly plan: PlanDetail; readonly blocking: readonly Blocked[] }) {
  const { locale } = useLanguage();
  const t = usePhrases('rotations');
  const listOf = useListOf();
  // Rules with their sentences: fetched when something is blocked, not with the page.
  const words = useQuery({
    queryKey: ['rule-words', locale],
    queryFn: async () => (await import('@dualtrack/compliance/laws')).ruleWords(locale),
    enabled: props.blocking.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const rules: Readonly<Record<string, { title: string; remedy: string }>> = words.data ?? {};
  const ids = [...new Set(props.blocking.map((one) => one.rule))];
  const nameOf = (placementId: string) =>
    props.plan.learners.find((one) => one.placementId === placementId)?.studentName ?? '';
  return (
    <ul className="ro-list">
      {ids.map((id) => {
        const own = props.blocking.filter((one) => one.rule === id);
        const article = own[0]?.article;
        return (
          <li key={id}>
            <b>{rules[id]?.title ?? id}</b>
            <span className="dt-quiet">
              {article == null ? id : /^\d/.test(article) ? t('law.article', { number: article }) : article}
            </span>
            <p>{rules[id]?.remedy}</p>
            <p className="dt-quiet">{listOf(own.map((one) => nameOf(one.placementId)))}</p>
          </li>
        );
      })}
    </ul>
  );
}
