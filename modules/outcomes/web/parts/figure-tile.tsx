import { Figure, type Side, usePhrases } from '@dualtrack/ui';
import type { ScoreboardFigure } from '../../contract.ts';
import type { FigureSide, FigureUnit } from '../../figure.ts';

const sideOf: Readonly<Record<FigureSide, Side>> = {
  enterprise: 'enterprise',
  school: 'school',
  // Teachers stand on the school's track.
  teacher: 'school',
  student: 'student',
};

/** A value as it is read: money in yuan, everything else as it stands. */
export function shownValue(unit: FigureUnit, value: number): number {
  return unit === 'fen' ? value / 100 : value;
}

/** One figure of the scoreboard with unit, definition and the way to its records. */
export function FigureTile(props: { readonly figure: ScoreboardFigure; readonly showsTime?: boolean }) {
  const { figure } = props;
  const t = usePhrases('outcomes');
  return (
    <Figure
      label={t(`figure.${figure.key}`)}
      value={figure.value === null ? null : shownValue(figure.unit, figure.value)}
      unit={t(`unit.${figure.unit}`, { count: figure.value ?? 0 })}
      decimals={figure.unit === 'fen' ? 0 : 1}
      definition={t(`definition.${figure.key}`)}
      to={figure.path}
      side={sideOf[figure.side]}
      {...(props.showsTime ? { asOf: figure.asOf } : {})}
    />
  );
}
