import { StateTag, usePhrases } from '@dualtrack/ui';
import type { PartTimePoint, PointState } from '../../part-time.ts';

type Points = readonly { readonly point: PartTimePoint; readonly state: PointState }[];

/** The worst first: a limit that is not kept, then what nobody has said, then what the text has to settle. */
export function PartTimeTag({ points }: { readonly points: Points }) {
  const t = usePhrases('talent-evidence');
  const worst = worstOf(points);
  const tone = worst === 'met' ? 'done' : worst === 'breached' ? 'danger' : 'soon';
  return <StateTag tone={tone}>{t(worst === 'met' ? 'file.met' : `pointState.${worst}`)}</StateTag>;
}

/** The state that decides how the whole stands. */
function worstOf(points: Points): PointState {
  const order = ['breached', 'missing', 'unclear'] as const;
  return order.find((state) => points.some((one) => one.state === state)) ?? 'met';
}

/** Names the points in one state; empty where there is none. */
export function usePartTimeSentence(): (points: Points, state: Exclude<PointState, 'met'>) => string {
  const t = usePhrases('talent-evidence');
  return (points, state) => {
    const named = points.filter((one) => one.state === state).map(({ point }) => t(`point.${point}`));
    return named.length === 0 ? '' : t(`file.${state}`, { parts: named.join(' · ') });
  };
}
