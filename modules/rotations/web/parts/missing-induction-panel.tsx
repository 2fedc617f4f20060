import { Panel, useNameOf, usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { useListOf } from './use-list-of.ts';

/** Students who are planned in a unit whose safety exam they have not passed. */
export function MissingInductionPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const nameOf = useNameOf();
  const missing = plan.withoutInduction;
  if (missing.length === 0) return null;
  const units = plan.balance.filter((row) => missing.some((one) => one.unitId === row.unitId));
  return (
    <Panel title={t('induct.title')} count={missing.length}>
      <p className="ro-warn">{t('induct.note')}</p>
      <ul className="ro-list">
        {units.map((row) => (
          <li key={row.unitId}>
            <span>
              {t('induct.row', {
                unit: nameOf({ name: row.unitName, nameEn: row.unitNameEn }),
                names: listOf([
                  ...new Set(
                    missing.filter((one) => one.unitId === row.unitId).map((one) => one.studentName),
                  ),
                ]),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
