import { today, usePhrases } from '@dualtrack/ui';
import { Button, Input, InputNumber } from 'antd';

export type Stretch = { from: string; to: string; note: string; places?: number };

/** Stretches of days, each with a note and, for workstations, the places there are then (0: closed). */
export function StretchEditor(props: {
  readonly stretches: readonly Stretch[];
  readonly hasPlaces: boolean;
  readonly addLabel: string;
  readonly onChange: (stretches: Stretch[]) => void;
}) {
  const { stretches, hasPlaces, onChange } = props;
  const t = usePhrases('training-bases');
  const change = (at: number, part: Partial<Stretch>) =>
    onChange(stretches.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const now = today();
  const fresh: Stretch = { from: now, to: now, note: '', ...(hasPlaces ? { places: 0 } : {}) };
  return (
    <div className="tb-units">
      {stretches.map((stretch, at) => (
        // Stretches have no name of their own: their place in the list is what they are.
        <div key={at} className="tb-row">
          <Input
            type="date"
            aria-label={t('stretch.from')}
            className="tb-date"
            value={stretch.from}
            onChange={(event) => change(at, { from: event.target.value })}
          />
          –
          <Input
            type="date"
            aria-label={t('stretch.to')}
            className="tb-date"
            value={stretch.to}
            status={stretch.to < stretch.from ? 'error' : ''}
            onChange={(event) => change(at, { to: event.target.value })}
          />
          {hasPlaces ? (
            <InputNumber
              aria-label={t('stretch.places')}
              min={0}
              max={200}
              value={stretch.places ?? 0}
              suffix={(stretch.places ?? 0) === 0 ? t('stretch.closed') : t('stretch.places')}
              onChange={(places) => change(at, { places: places ?? 0 })}
            />
          ) : null}
          <Input
            aria-label={t('stretch.note')}
            placeholder={t('stretch.note')}
            className="tb-note"
            maxLength={100}
            value={stretch.note}
            onChange={(event) => change(at, { note: event.target.value })}
          />
          <Button type="text" onClick={() => onChange(stretches.filter((_, index) => index !== at))}>
            {t('units.remove')}
          </Button>
        </div>
      ))}
      <div className="tb-row">
        <Button size="small" onClick={() => onChange([...stretches, fresh])}>
          {props.addLabel}
        </Button>
      </div>
    </div>
  );
}
