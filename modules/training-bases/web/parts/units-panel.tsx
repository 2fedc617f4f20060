import { EmptyState, Panel, useNameOf, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { dayShift, type Shift } from '../../shift.ts';
import { UnitsEditor } from './units-editor.tsx';

/** The training units of a base with how many places each has; edited as one list. */
export function UnitsPanel(props: { readonly base: BaseDetail; readonly canEdit: boolean }) {
  const { base } = props;
  const t = usePhrases('training-bases');
  const [isEditing, setEditing] = useState(false);
  const edit =
    props.canEdit && !isEditing ? (
      <Button size="small" onClick={() => setEditing(true)}>
        {t('units.edit')}
      </Button>
    ) : undefined;
  return (
    <Panel title={t('units.title')} count={base.units.length} actions={edit}>
      {isEditing ? (
        <UnitsEditor base={base} onClose={() => setEditing(false)} />
      ) : base.units.length === 0 ? (
        <EmptyState title={t('units.none')}>{t('units.noneNote')}</EmptyState>
      ) : (
        <UnitsTable base={base} />
      )}
    </Panel>
  );
}

function UnitsTable(props: { readonly base: BaseDetail }) {
  const { units, stations } = props.base;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const hasOrder = units.some((unit) => unit.after.length > 0);
  const namesOf = (ids: readonly string[]) =>
    units
      .filter((unit) => ids.includes(unit.id))
      .map(nameOf)
      .join(t('units.and'));
  return (
    <div className="tb-scroll">
      <table className="tb-table">
        <thead>
          <tr>
            <th>{t('units.name')}</th>
            <th className="tb-number">{t('units.length')}</th>
            <th className="tb-number">{t('stations.title')}</th>
            <th className="tb-number">{t('stations.places')}</th>
            <th>{t('units.required')}</th>
            {hasOrder ? <th>{t('units.after')}</th> : null}
            <th>{t('shift.title')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => {
            const own = stations.filter((station) => station.unitId === unit.id);
            return (
              <tr key={unit.id}>
                <td>{nameOf(unit)}</td>
                <td className="tb-number">{t('units.weeks', { count: unit.lengthWeeks })}</td>
                <td className="tb-number">{own.length}</td>
                <td className="tb-number">{own.reduce((sum, station) => sum + station.places, 0)}</td>
                <td className="tb-hours">
                  {unit.isRequired ? t('units.isRequired') : t('units.isOptional')}
                </td>
                {hasOrder ? (
                  <td className="tb-after">{unit.after.length === 0 ? '–' : namesOf(unit.after)}</td>
                ) : null}
                <td className="tb-hours">{hoursOf(unit.shift ?? dayShift)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function hoursOf({ start, end }: Shift): string {
  return `${start}–${end}`;
}
