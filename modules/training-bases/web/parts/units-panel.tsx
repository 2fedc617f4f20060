import { EmptyState, Panel, useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { dayShift, type Shift } from '../../shift.ts';
import { bases } from '../client.ts';
import { ShiftEditor } from './shift-editor.tsx';

type Draft = {
  id?: string;
  name: string;
  nameEn: string;
  lengthWeeks: number;
  isRequired: boolean;
  shift: Shift | null;
};

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
                <td>{unit.isRequired ? t('units.isRequired') : t('units.isOptional')}</td>
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

function UnitsEditor(props: { readonly base: BaseDetail; readonly onClose: () => void }) {
  const t = usePhrases('training-bases');
  const [units, setUnits] = useState<readonly Draft[]>(props.base.units);
  const save = useWrite(bases.setUnits, {
    invalidates: ['training-bases', 'rotations'],
    done: t('units.saved'),
    onDone: props.onClose,
  });
  const change = (at: number, change: Partial<Draft>) =>
    setUnits(units.map((unit, index) => (index === at ? { ...unit, ...change } : unit)));
  const isWhole = units.every((unit) => unit.name.trim() !== '');
  return (
    <div className="tb-units">
      {units.map((unit, at) => (
        // Rows have no name of their own while they are new: their place is what they are.
        <div key={at} className="tb-unit">
          <Input
            aria-label={t('units.name')}
            placeholder={t('units.name')}
            value={unit.name}
            maxLength={200}
            onChange={(event) => change(at, { name: event.target.value })}
          />
          <Input
            aria-label={t('units.nameEn')}
            placeholder={t('units.nameEn')}
            value={unit.nameEn}
            maxLength={200}
            onChange={(event) => change(at, { nameEn: event.target.value })}
          />
          <InputNumber
            aria-label={t('units.length')}
            min={1}
            max={52}
            value={unit.lengthWeeks}
            suffix={t('units.weeksUnit')}
            onChange={(weeks) => change(at, { lengthWeeks: weeks ?? 1 })}
          />
          <Checkbox
            checked={unit.isRequired}
            onChange={(event) => change(at, { isRequired: event.target.checked })}
          >
            {t('units.isRequired')}
          </Checkbox>
          <Button type="text" onClick={() => setUnits(units.filter((_, index) => index !== at))}>
            {t('units.remove')}
          </Button>
          <div className="tb-unit-shift">
            <ShiftEditor
              shift={unit.shift}
              otherwise={dayShift}
              onChange={(shift) => change(at, { shift })}
            />
          </div>
        </div>
      ))}
      <div className="tb-row">
        <Button
          onClick={() =>
            setUnits([...units, { name: '', nameEn: '', lengthWeeks: 2, isRequired: true, shift: null }])
          }
        >
          {t('units.add')}
        </Button>
        <Button
          type="primary"
          disabled={!isWhole}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              baseId: props.base.id,
              units: units.map(({ id, name, nameEn, lengthWeeks, isRequired, shift }) => ({
                ...(id === undefined ? {} : { id }),
                ...{ name, nameEn, lengthWeeks, isRequired, shift },
              })),
            })
          }
        >
          {t('units.save')}
        </Button>
        <Button type="text" onClick={props.onClose}>
          {t('units.cancel')}
        </Button>
        {isWhole ? null : <span className="dt-quiet">{t('units.nameMissing')}</span>}
      </div>
    </div>
  );
}
