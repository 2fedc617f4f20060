import { usePhrases } from '@dualtrack/ui';

const width = 320;
const height = 180;
/** Degrees shown to each side; a plain drawing needs no map from a network. */
const span = { latitude: 4.5, longitude: 8 };

/** The position of a base among lines of latitude and longitude. */
export function PositionMap(props: { readonly latitude: number; readonly longitude: number }) {
  const { latitude, longitude } = props;
  const t = usePhrases('training-bases');
  const x = (east: number) => width / 2 + ((east - longitude) / span.longitude) * (width / 2);
  const y = (north: number) => height / 2 - ((north - latitude) / span.latitude) * (height / 2);
  const lines = (from: number, to: number, step: number) =>
    Array.from(
      { length: Math.ceil((to - from) / step) + 1 },
      (_, at) => Math.ceil(from / step) * step + at * step,
    ).filter((value) => value <= to);
  const easts = lines(longitude - span.longitude, longitude + span.longitude, 4);
  const norths = lines(latitude - span.latitude, latitude + span.latitude, 2);
  const words = t('profile.map', { latitude: latitude.toFixed(2), longitude: longitude.toFixed(2) });
  return (
    <figure className="tb-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        {easts.map((east) => (
          <g key={`e${east}`}>
            <line x1={x(east)} x2={x(east)} y1={0} y2={height} />
            <text x={x(east) + 3} y={height - 5}>
              {east}°
            </text>
          </g>
        ))}
        {norths.map((north) => (
          <g key={`n${north}`}>
            <line x1={0} x2={width} y1={y(north)} y2={y(north)} />
            <text x={4} y={y(north) - 4}>
              {north}°
            </text>
          </g>
        ))}
        <circle cx={width / 2} cy={height / 2} r={14} className="tb-map-ring" />
        <circle cx={width / 2} cy={height / 2} r={5} className="tb-map-dot" />
      </svg>
      <figcaption className="dt-quiet dt-small">{words}</figcaption>
    </figure>
  );
}
