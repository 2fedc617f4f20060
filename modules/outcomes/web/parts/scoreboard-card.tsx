import {
  ErrorState,
  FigureStrip,
  Loading,
  PageLink,
  Panel,
  useOperation,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import type { FigureSide } from '../../figure.ts';
import { outcomes } from '../client.ts';
import { FigureTile } from './figure-tile.tsx';

/** The figures of the own side in one strip. */
export function ScoreboardCard() {
  const t = usePhrases('outcomes');
  const { membership } = useSession();
  const own: FigureSide = membership.organisation.kind === 'enterprise' ? 'enterprise' : 'school';
  const side: FigureSide = membership.role === 'teacher' ? 'teacher' : own;
  const board = useOperation('outcomes.scoreboard', outcomes.scoreboard.get, { side });
  if (board.isPending) return <Loading />;
  if (board.isError) return <ErrorState error={board.error} onRetry={() => void board.refetch()} />;
  return (
    <Panel
      title={t('scoreboard.title')}
      actions={<PageLink to="/scoreboard">{t('scoreboard.all')}</PageLink>}
    >
      <FigureStrip>
        {board.data.figures.map((figure) => (
          <FigureTile key={figure.key} figure={figure} />
        ))}
      </FigureStrip>
    </Panel>
  );
}
