import { ErrorState, Loading, useGo, usePathParam, usePhrases } from '@dualtrack/ui';
import { hallViewOf } from '../../hall-view.ts';
import { HallScreen } from '../parts/hall-screen.tsx';
import { useLive } from '../use-live.ts';

/** The screen in the hall. It covers the whole window; its state comes from the server, so a reload changes nothing. */
export function ScreenPage() {
  const ceremonyId = usePathParam('ceremonyId');
  const t = usePhrases('ceremonies');
  const go = useGo();
  const { live, isLost, error } = useLive(ceremonyId);
  if (error !== null) return <ErrorState error={error} />;
  if (live === undefined) return <Loading />;
  return (
    <HallScreen hall={hallViewOf(live)} isLost={isLost}>
      <button type="button" onClick={() => go(`/ceremonies/${ceremonyId}`)}>
        {t('live.close')}
      </button>
    </HallScreen>
  );
}
