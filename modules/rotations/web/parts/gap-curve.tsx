import { useLanguage, usePhrases } from '@dualtrack/ui';
import { type Corner, type CurvePoint, drawCurve } from '../../gap-curve.ts';

const box = { width: 600, height: 120 };

/** How the best plan and what is proven came together over time: two step lines, and the last figures in words. */
export function GapCurve(props: { readonly curve: readonly CurvePoint[]; readonly until: number }) {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const drawn = drawCurve(props.curve, props.until, box);
  const last = props.curve.at(-1);
  if (drawn === null || last === undefined || last.score === null) return null;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const score = number.format(last.score);
  const bound = last.bound === null ? '—' : number.format(last.bound);
  const seconds = number.format(drawn.seconds);
  return (
    <figure className="ro-curve">
      <svg
        role="img"
        aria-label={t('curve.words', { score, bound, seconds })}
        viewBox={`0 0 ${box.width} ${box.height}`}
        preserveAspectRatio="none"
      >
        <path className="ro-curve-gap" d={areaOf(drawn.score, drawn.bound)} />
        <path className="ro-curve-bound" d={pathOf(drawn.bound)} />
        <path className="ro-curve-score" d={pathOf(drawn.score)} />
      </svg>
      <div className="ro-curve-axis dt-quiet dt-small" aria-hidden="true">
        <span>{t('curve.axis', { seconds: '0' })}</span>
        <span>{t('curve.axis', { seconds })}</span>
      </div>
      <figcaption>
        <span className="ro-curve-key ro-curve-key-bound">{t('curve.bound', { bound })}</span>
        <span className="ro-curve-key ro-curve-key-score">{t('curve.score', { score })}</span>
      </figcaption>
    </figure>
  );
}

const pathOf = (corners: readonly Corner[]): string =>
  corners.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** What is still open between the two lines, from when both are known. */
function areaOf(score: readonly Corner[], bound: readonly Corner[]): string {
  const from = Math.max(score[0]?.x ?? 0, bound[0]?.x ?? Number.POSITIVE_INFINITY);
  if (!Number.isFinite(from)) return '';
  const cut = (line: readonly Corner[]): Corner[] => {
    const start = line.filter(({ x }) => x <= from).at(-1) ?? line[0];
    return start === undefined ? [] : [{ x: from, y: start.y }, ...line.filter(({ x }) => x > from)];
  };
  return `${pathOf([...cut(bound), ...cut(score).reverse()])}Z`;
}
