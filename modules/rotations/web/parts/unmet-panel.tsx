import { Panel, usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { MendLinks, type MendPlace } from './mend-links.tsx';
import { roomFor } from './room-for.ts';
import { usePlanWords } from './use-plan-words.ts';

type Unmet = NonNullable<PlanDetail['unmet']>[number];

/** Why there is no plan: the rules that cannot hold together, in words, and where each is mended. */
export function UnmetPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const words = useUnmetWords(plan);
  const counted = useCounted(plan);
  const unmet = plan.unmet ?? [];
  return (
    <Panel title={t('unmet.title')}>
      {counted.map((sentence) => (
        <p key={sentence} className="ro-warn">
          {sentence}
        </p>
      ))}
      <p>{t('unmet.note')}</p>
      <ul className="ro-list">
        {unmet.map((one) => (
          <li key={JSON.stringify(one)}>
            <span>{words(one)}</span>
            <span className="ro-row">
              <MendLinks plan={plan} places={placesOf(one)} />
            </span>
          </li>
        ))}
      </ul>
      <p className="dt-quiet">{t('unmet.advice')}</p>
    </Panel>
  );
}

function placesOf({ code }: Unmet): MendPlace[] {
  if (code === 'place-min' || code === 'pool-min' || code === 'units-per-site') return ['rules'];
  if (code === 'away') return ['calendar'];
  return code === 'pin' || code === 'cannot' ? [] : ['base'];
}

/** Units of which the places are too few for all who need them, as one sentence each: so many students, so many places. */
function useCounted(plan: PlanDetail): string[] {
  const t = usePhrases('rotations');
  const words = usePlanWords(plan);
  const unmet = plan.unmet ?? [];
  const heads = Number(unmet.find((one) => one.code === 'programme')?.params.heads ?? 0);
  const units = new Set(unmet.flatMap(({ code, params }) => (code === 'place-max' ? [params.unit] : [])));
  const open = plan.calendar.filter((week) => week.kind === 'enterprise');
  const months = words.months(open[0]?.weekStart ?? plan.firstWeek, open.at(-1)?.weekStart ?? plan.firstWeek);
  // In a change of a published plan some have had the unit already.
  if (plan.heldUntil !== null) return [];
  return plan.balance
    .filter((row) => row.isRequired && units.has(row.unitId))
    .map((row) => ({ row, room: roomFor(plan, row.unitId, row.lengthWeeks) }))
    .filter(({ room }) => room < heads)
    .map(({ row, room }) =>
      t('unmet.counted', {
        ...{ months, heads, room },
        ...{ unit: words.unit(row.unitId), weeks: row.lengthWeeks },
      }),
    );
}

function useUnmetWords(plan: PlanDetail): (unmet: Unmet) => string {
  const rules = usePhrases('rotation-rules');
  const t = usePhrases('rotations');
  const words = usePlanWords(plan);
  return ({ code, params }) => {
    const heads = Number(params.heads ?? 0);
    const learners = Array.isArray(params.learners) ? params.learners : [];
    const isAll = learners.length >= plan.learners.length;
    const who = { count: heads, students: isAll ? '' : words.students(learners) };
    if (code === 'programme') return t(isAll ? 'unmet.programme' : 'unmet.programmeOf', who);
    if (code === 'away') return t(isAll ? 'unmet.away' : 'unmet.awayOf', who);
    if (code === 'cannot') return t('unmet.cannot', { count: heads, students: words.students(learners) });
    if (code === 'pin') {
      return t('unmet.pin', {
        student: words.student(params.learner),
        unit: words.unit(params.unit),
        day: words.week(Number(params.start)),
      });
    }
    const periods = numbers(params.periods);
    const span = {
      weeks: periods.length,
      from: words.week(Math.min(...periods)),
      to: words.week(Math.max(...periods)),
    };
    const places = numbers(params.heads);
    if (code === 'place-min' || code === 'pool-min') {
      const units = Array.isArray(params.units) ? params.units : [params.unit];
      const sites = Array.isArray(params.sites) ? params.sites : [params.site];
      return rules('unmet.least', {
        ...{ ...span, units: words.units(units), site: words.site(sites[0]) },
        places: Math.max(0, ...places),
      });
    }
    if (code === 'units-per-site') {
      return rules('unmet.site-limit', {
        site: words.site(params.site),
        most: Number(params.maxUnitsPerLearner ?? 0),
      });
    }
    if (code === 'place-max') {
      return t('unmet.places', {
        ...span,
        unit: words.unit(params.unit),
        site: words.site(params.site),
        places: Math.max(0, ...places),
      });
    }
    if (code === 'before') {
      return t('unmet.before', { first: words.unit(params.first), later: words.unit(params.later) });
    }
    if (code === 'pool-max') {
      const units = Array.isArray(params.units) ? params.units : [];
      return t(units.length < plan.balance.length ? 'unmet.mentorsOf' : 'unmet.mentors', {
        ...span,
        units: words.units(units),
        heads: Math.max(0, ...places),
      });
    }
    return t('unmet.other', { code });
  };
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}
