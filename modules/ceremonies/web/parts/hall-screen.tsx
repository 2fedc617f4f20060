import { usePhrases } from '@dualtrack/ui/plain';
import { type ReactNode, useRef } from 'react';
import type { HallView } from '../../contract.ts';
import { HallStage } from './hall-stage.tsx';
import '../hall.css';

/** The wall of the hall over the whole window, with its tools in the corner while a mouse is there. */
export function HallScreen(props: {
  readonly hall: HallView;
  readonly isLost: boolean;
  readonly children?: ReactNode;
}) {
  const t = usePhrases('ceremonies');
  const own = useRef<HTMLDivElement>(null);
  return (
    <div ref={own} className="hall">
      <HallStage live={props.hall} />
      <div className="hall-tools">
        {props.isLost ? <span role="status">{t('live.lost')}</span> : null}
        <button type="button" onClick={() => void own.current?.requestFullscreen().catch(() => undefined)}>
          {t('live.full')}
        </button>
        {props.children}
      </div>
    </div>
  );
}
