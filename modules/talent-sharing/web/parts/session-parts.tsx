import { usePhrases } from '@dualtrack/ui';
import { Checkbox, InputNumber } from 'antd';

/** What one expert does in a session; minutes null: the whole of it. */
export type Part = { isLeading: boolean; minutes: number | null };

/** Of each expert who is asked: whether they lead, and how long they are there. */
export function SessionParts(props: {
  readonly people: readonly { value: string; label: string }[];
  readonly parts: Readonly<Record<string, Part>>;
  readonly whole: number | null;
  readonly onChange: (expertId: string, part: Part) => void;
}) {
  const t = usePhrases('talent-booking');
  return (
    <ul className="ts-list ts-parts">
      {props.people.map(({ value, label }) => {
        const part = props.parts[value] ?? { isLeading: true, minutes: null };
        return (
          <li key={value}>
            <span>{label}</span>
            <span className="ts-row">
              <Checkbox
                checked={part.isLeading}
                aria-label={`${t('part.leads')}: ${label}`}
                onChange={(event) => props.onChange(value, { ...part, isLeading: event.target.checked })}
              >
                {t('part.leads')}
              </Checkbox>
              <InputNumber<number>
                aria-label={`${t('part.minutes')}: ${label}`}
                min={1}
                max={props.whole ?? 1_080}
                precision={0}
                controls={false}
                placeholder={props.whole === null ? '' : String(props.whole)}
                value={part.minutes}
                onChange={(minutes) => props.onChange(value, { ...part, minutes })}
              />
              <span className="dt-small dt-quiet">{t('part.minutes')}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
