import { useNameOf, usePhrases } from '@dualtrack/ui';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { dayShift, type Shift } from '../../shift.ts';
import { ShiftEditor } from './shift-editor.tsx';
import type { UnitFaults } from './unit-faults.ts';

/** A unit while it is edited: `key` names its row, `after` the rows of units before it. */
export type UnitDraft = {
  key: string;
  id?: string;
  name: string;
  nameEn: string;
  lengthWeeks: number;
  isRequired: boolean;
  shift: Shift | null;
  after: readonly string[];
};

/** The fields of one training unit, each with what is wrong with it. */
export function UnitFields(props: {
  readonly unit: UnitDraft;
  readonly others: readonly UnitDraft[];
  readonly faults: UnitFaults;
  readonly onChange: (change: Partial<UnitDraft>) => void;
  readonly onRemove: () => void;
}) {
  const { unit, others, faults, onChange } = props;
  const t = usePhrases('training-bases');
  const nameOf = useNameOf();
  const isAfterWrong = faults.circle !== undefined || faults.optional !== undefined;
  return (
    <div className="tb-unit">
      <Input
        aria-label={t('units.name')}
        placeholder={t('units.name')}
        value={unit.name}
        maxLength={200}
        status={faults.isTwice ? 'error' : ''}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Input
        aria-label={t('units.nameEn')}
        placeholder={t('units.nameEn')}
        value={unit.nameEn}
        maxLength={200}
        onChange={(event) => onChange({ nameEn: event.target.value })}
      />
      <InputNumber
        aria-label={t('units.length')}
        min={1}
        max={52}
        value={unit.lengthWeeks}
        suffix={t('units.weeksUnit')}
        onChange={(weeks) => onChange({ lengthWeeks: weeks ?? 1 })}
      />
      <Checkbox
        checked={unit.isRequired}
        onChange={(event) => onChange({ isRequired: event.target.checked })}
      >
        {t('units.isRequired')}
      </Checkbox>
      <Button type="text" onClick={props.onRemove}>
        {t('units.remove')}
      </Button>
      {faults.isTwice ? <p className="tb-fault">{t('units.twice')}</p> : null}
      {others.length === 0 ? null : (
        <div className="tb-unit-after">
          <span>{t('units.after')}</span>
          <Select
            mode="multiple"
            aria-label={t('units.afterOf', { name: nameOf(unit) })}
            placeholder={t('units.afterNone')}
            value={[...unit.after]}
            status={isAfterWrong ? 'error' : ''}
            optionFilterProp="label"
            options={others.map((one) => ({ value: one.key, label: nameOf(one) }))}
            onChange={(after: string[]) => onChange({ after })}
          />
          {faults.circle === undefined ? null : (
            <p className="tb-fault">{t('units.circle', { circle: faults.circle.join(' → ') })}</p>
          )}
          {faults.optional === undefined ? null : (
            <p className="tb-fault">{t('units.afterOptional', { first: faults.optional })}</p>
          )}
        </div>
      )}
      <div className="tb-unit-shift">
        <ShiftEditor shift={unit.shift} otherwise={dayShift} onChange={(shift) => onChange({ shift })} />
      </div>
    </div>
  );
}
