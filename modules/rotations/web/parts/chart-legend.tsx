import { useNameOf, usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';

/** Which colour is which unit; choosing one lets the others step back, choosing it again brings them back. */
export function ChartLegend(props: {
  readonly plan: PlanDetail;
  readonly chosen: string | undefined;
  readonly onChoose: (unitId: string | undefined) => void;
}) {
  const { plan, chosen } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  return (
    <fieldset className="ro-legend">
      <legend className="dt-hidden">{t('chart.legend')}</legend>
      {plan.balance.map((unit, at) => (
        <button
          key={unit.unitId}
          type="button"
          aria-pressed={chosen === unit.unitId}
          onClick={() => props.onChoose(chosen === unit.unitId ? undefined : unit.unitId)}
        >
          <i className={`dt-block-tint-${at % 8}`} aria-hidden="true" />
          {nameOf({ name: unit.unitName, nameEn: unit.unitNameEn })}
        </button>
      ))}
      <span>
        <i className="ro-legend-school" aria-hidden="true" />
        {t('kind.school')}
      </span>
      <span>
        <i className="ro-legend-away" aria-hidden="true" />
        {t('chart.away')}
      </span>
      {plan.blocks.some((block) => block.isPinned) ? (
        <span>
          <i className="ro-legend-kept" aria-hidden="true" />
          {t('chart.kept')}
        </span>
      ) : null}
    </fieldset>
  );
}
