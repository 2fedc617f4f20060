import { ErrorState, Loading, useGo, usePathParam, usePhrases } from '@dualtrack/ui';
import { useRef } from 'react';
import { HallStage } from '../parts/hall-stage.tsx';
import { useLive } from '../use-live.ts';
import '../hall.css';

/** The screen in the hall. It covers the whole window; its state comes from the server, so a reload changes nothing. */
export function ScreenPage() {
  const ceremonyId = usePathParam('ceremonyId');
  const t = usePhrases('ceremonies');
  const go = useGo();
  const own = useRef<HTMLDivElement>(null);
  const { live, isLost, error } = useLive(ceremonyId);
  if (error !== null) return <ErrorState error={error} />;
  if (live === undefined) return <Loading />;
  return (
    <div ref={own} className="hall">
      <HallStage live={live} />
      <div className="hall-tools">
        {isLost ? <span role="status">{t('live.lost')}</span> : null}
        <button type="button" onClick={() => void own.current?.requestFullscreen().catch(() => undefined)}>
          {t('live.full')}
        </button>
        <button type="button" onClick={() => go(`/ceremonies/${ceremonyId}`)}>
          {t('live.close')}
        </button>
      </div>
    </div>
  );
}
