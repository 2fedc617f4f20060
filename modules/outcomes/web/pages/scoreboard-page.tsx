import {
  ErrorState,
  Loading,
  PageHeader,
  type Side,
  SideMark,
  useLanguage,
  useOperation,
  usePhrases,
  writeMoment,
} from '@dualtrack/ui';
import { figureSides } from '../../figure.ts';
import { outcomes } from '../client.ts';
import '../outcomes.css';
import { BoardPaper } from '../parts/board-paper.tsx';
import { FigureTile } from '../parts/figure-tile.tsx';
import { TrendTable } from '../parts/trend-table.tsx';

const marks: Readonly<Record<(typeof figureSides)[number], Side>> = {
  enterprise: 'enterprise',
  school: 'school',
  teacher: 'school',
  student: 'student',
};

/** Results as the four sides look at them; every number opens its records. */
export function ScoreboardPage() {
  const t = usePhrases('outcomes');
  const { locale } = useLanguage();
  const board = useOperation('outcomes.scoreboard', outcomes.scoreboard.get, {});
  if (board.isPending) return <Loading />;
  if (board.isError) return <ErrorState error={board.error} onRetry={() => void board.refetch()} />;
  const { figures, asOf } = board.data;
  const shown = figureSides.filter((side) => figures.some((one) => one.side === side));
  return (
    <>
      <PageHeader
        title={t('scoreboard.title')}
        note={t('scoreboard.note', { time: writeMoment(locale, asOf) })}
        actions={<BoardPaper />}
      />
      <div className="out-board">
        {shown.map((side) => (
          <section key={side} className="out-side" aria-labelledby={`side-${side}`}>
            <h2 id={`side-${side}`}>
              <SideMark side={marks[side]} size={18} />
              {t(`side.${side}`)}
            </h2>
            {figures
              .filter((one) => one.side === side)
              .map((figure) => (
                <FigureTile key={figure.key} figure={figure} />
              ))}
          </section>
        ))}
      </div>
      <div className="out-trend">
        <TrendTable />
      </div>
    </>
  );
}
