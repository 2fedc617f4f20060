import { useLanguage, usePhrases } from '@dualtrack/ui';
import { Checkbox, Input, InputNumber } from 'antd';
import { dayShift, type Shift } from '../../shift.ts';
import { ShiftLaw } from './shift-law.tsx';

/** Working hours of a unit or station: not set, or weekdays with from, to and break. */
export function ShiftEditor(props: {
  readonly shift: Shift | null;
  readonly otherwise: Shift;
  readonly onChange: (shift: Shift | null) => void;
}) {
  const { shift, otherwise, onChange } = props;
  const t = usePhrases('training-bases');
  const { locale } = useLanguage();
  const dayName = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({
    value,
    label: dayName.format(new Date(Date.UTC(2024, 0, value))),
  }));
  return (
    <div className="tb-row">
      <Checkbox
        checked={shift !== null}
        onChange={(event) => onChange(event.target.checked ? otherwise : null)}
      >
        {t('shift.own')}
      </Checkbox>
      {shift === null ? (
        <span className="dt-quiet">
          {t('shift.otherwise', { start: otherwise.start, end: otherwise.end })}
        </span>
      ) : (
        <>
          <Checkbox.Group
            options={days}
            value={[...shift.weekdays]}
            onChange={(weekdays) => onChange({ ...shift, weekdays: [...weekdays].sort() })}
          />
          <Input
            type="time"
            aria-label={t('shift.start')}
            className="tb-time"
            value={shift.start}
            onChange={(event) => onChange({ ...shift, start: event.target.value || dayShift.start })}
          />
          –
          <Input
            type="time"
            aria-label={t('shift.end')}
            className="tb-time"
            value={shift.end}
            onChange={(event) => onChange({ ...shift, end: event.target.value || dayShift.end })}
          />
          <InputNumber
            aria-label={t('shift.break')}
            min={0}
            max={240}
            value={shift.breakMinutes}
            suffix={t('shift.minutes')}
            onChange={(minutes) => onChange({ ...shift, breakMinutes: minutes ?? 0 })}
          />
          <ShiftLaw shift={shift} />
        </>
      )}
    </div>
  );
}
