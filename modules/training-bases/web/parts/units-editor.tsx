import { useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { BaseDetail } from '../../contract.ts';
import { bases } from '../client.ts';
import { unitFaults } from './unit-faults.ts';
import { type UnitDraft, UnitFields } from './unit-fields.tsx';

/** The units of a base as one list: what contradicts itself is said at its field, and not saved. */
export function UnitsEditor(props: { readonly base: BaseDetail; readonly onClose: () => void }) {
  const t = usePhrases('training-bases');
  const [units, setUnits] = useState<readonly UnitDraft[]>(() =>
    props.base.units.map((unit) => ({ ...unit, key: unit.id })),
  );
  const nameInLanguage = useNameOf();
  const added = useRef(0);
  const save = useWrite(bases.setUnits, {
    invalidates: ['training-bases', 'rotations'],
    done: t('units.saved'),
    onDone: props.onClose,
  });
  const change = (key: string, change: Partial<UnitDraft>) =>
    setUnits(units.map((unit) => (unit.key === key ? { ...unit, ...change } : unit)));
  const remove = (key: string) =>
    setUnits(
      units
        .filter((unit) => unit.key !== key)
        .map((unit) => ({ ...unit, after: unit.after.filter((one) => one !== key) })),
    );
  const add = () => {
    added.current += 1;
    const empty = { name: '', nameEn: '', lengthWeeks: 2, isRequired: true, shift: null, after: [] };
    setUnits([...units, { ...empty, key: `new-${added.current}` }]);
  };
  const isNamed = units.every((unit) => unit.name.trim() !== '');
  const faults = unitFaults(units, nameInLanguage);
  const nameOf = (key: string) => units.find((unit) => unit.key === key)?.name.trim() ?? '';
  return (
    <div className="tb-units">
      {units.map((unit) => (
        <UnitFields
          key={unit.key}
          unit={unit}
          others={units.filter((one) => one.key !== unit.key && one.name.trim() !== '')}
          faults={faults.get(unit.key) ?? {}}
          onChange={(changed) => change(unit.key, changed)}
          onRemove={() => remove(unit.key)}
        />
      ))}
      <div className="tb-row">
        <Button onClick={add}>{t('units.add')}</Button>
        <Button
          type="primary"
          disabled={!isNamed || faults.size > 0}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              baseId: props.base.id,
              units: units.map(({ id, name, nameEn, lengthWeeks, isRequired, shift, after }) => ({
                ...(id === undefined ? {} : { id }),
                ...{ name, nameEn, lengthWeeks, isRequired, shift, after: after.map(nameOf) },
              })),
            })
          }
        >
          {t('units.save')}
        </Button>
        <Button type="text" onClick={props.onClose}>
          {t('units.cancel')}
        </Button>
        {isNamed ? null : <span className="dt-quiet">{t('units.nameMissing')}</span>}
        {isNamed && faults.size > 0 ? <span className="tb-fault">{t('units.mendFirst')}</span> : null}
      </div>
    </div>
  );
}
