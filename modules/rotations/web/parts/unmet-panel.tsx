import { Panel, useLanguage, usePhrases, writeDay } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { weekAfter } from '../../week.ts';

type Unmet = NonNullable<PlanDetail['unmet']>[number];

/** Why there is no plan: the rules that cannot hold together, in words. */
export function UnmetPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const words = useUnmetWords(plan);
  return (
    <Panel title={t('unmet.title')}>
      <p>{t('unmet.note')}</p>
      <ul className="ro-why">
        {(plan.unmet ?? []).map((one) => (
          <li key={JSON.stringify(one)}>{words(one)}</li>
        ))}
      </ul>
      <p className="dt-quiet">{t('unmet.advice')}</p>
    </Panel>
  );
}

function useUnmetWords(plan: PlanDetail): (unmet: Unmet) => string {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const listMark = locale === 'zh-CN' ? '、' : ', ';
  const unitOf = (id: unknown) => {
    const unit = plan.balance.find((one) => one.unitId === id);
    if (unit === undefined) return '';
    return locale === 'zh-CN' || unit.unitNameEn === '' ? unit.unitName : unit.unitNameEn;
  };
  const siteOf = (place: unknown) =>
    plan.stations.find((station) => station.siteId === String(place).split('/')[0])?.siteName ?? '';
  const studentOf = (id: unknown) =>
    plan.learners.find((learner) => learner.placementId === id)?.studentName ?? '';
  const dayOf = (period: unknown) => writeDay(locale, weekAfter(plan.firstWeek, Number(period)), 'short');
  return ({ code, params }) => {
    const heads = Number(params.heads ?? 0);
    if (code === 'programme') return t('unmet.programme', { count: heads });
    if (code === 'away') return t('unmet.away', { count: heads });
    if (code === 'pin') {
      return t('unmet.pin', {
        student: studentOf(params.learner),
        unit: unitOf(params.unit),
        day: dayOf(params.start),
      });
    }
    if (code === 'place-max') {
      const periods = numbers(params.periods);
      const places = numbers(params.heads);
      return t('unmet.places', {
        unit: unitOf(params.unit),
        site: siteOf(params.site),
        weeks: periods.length,
        from: dayOf(Math.min(...periods)),
        to: dayOf(Math.max(...periods)),
        places: Math.max(0, ...places),
      });
    }
    if (code === 'pool-max') {
      const periods = numbers(params.periods);
      const units = Array.isArray(params.units) ? params.units : [];
      return t(units.length < plan.balance.length ? 'unmet.mentorsOf' : 'unmet.mentors', {
        units: units.map(unitOf).join(listMark),
        weeks: periods.length,
        from: dayOf(Math.min(...periods)),
        to: dayOf(Math.max(...periods)),
        heads: Math.max(0, ...numbers(params.heads)),
      });
    }
    return t('unmet.other', { code });
  };
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}
