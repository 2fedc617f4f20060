import { usePhrases } from '@dualtrack/ui';
import { dayPartNames, type Slot } from '../../slots.ts';
import '../talents.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Parts of the week in which somebody can be asked; with `onChange` they can be chosen. */
export function WeekSlots(props: {
  readonly slots: readonly string[];
  readonly onChange?: (slots: string[]) => void;
}) {
  const t = usePhrases('talent-sharing');
  const { slots, onChange } = props;
  if (onChange === undefined && slots.length === 0) return <span>{t('expert.anyTime')}</span>;
  return (
    <table className="ts-week" aria-label={t('expert.slots')}>
      <thead>
        <tr>
          <td />
          {weekdays.map((day) => (
            <th key={day} scope="col">
              {t(`weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {dayPartNames.map((part) => (
          <tr key={part}>
            <th scope="row">{t(`part.${part}`)}</th>
            {weekdays.map((day) => {
              const slot: Slot = `${day}-${part}`;
              const isOn = slots.includes(slot);
              const label = `${t(`weekday.${day}`)} ${t(`part.${part}`)}`;
              return (
                <td key={day}>
                  {onChange === undefined ? (
                    <span role="img" aria-label={isOn ? label : `${label} –`}>
                      {isOn ? '●' : '·'}
                    </span>
                  ) : (
                    <input
                      type="checkbox"
                      aria-label={label}
                      checked={isOn}
                      onChange={() => onChange(isOn ? slots.filter((one) => one !== slot) : [...slots, slot])}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
