import { Button } from 'antd';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { writeNumber } from '../language/write-money.ts';
import { Icon } from '../parts/icon.tsx';
import '../styles/chart.css';
import { useAppearance } from '../theme/appearance-provider.tsx';
import type { ChartPicture } from './chart-canvas.tsx';
import { type ChartData, chartTable, hasFigures } from './chart-data.ts';

const ChartCanvas = lazy(async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas }));

type ChartProps = {
  readonly title: string;
  readonly data: ChartData;
  /** One sentence that says what is to be seen, for those who do not see it. */
  readonly summary?: string;
  readonly height?: number;
};

function FigureTable(props: { readonly data: ChartData; readonly label: string }) {
  const { locale } = useLanguage();
  const { head, rows } = chartTable(props.data);
  return (
    <div className="dt-chart-table">
      <table aria-label={props.label}>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={name} scope="col" className={at === 0 ? undefined : 'dt-number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([category, ...values]) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {values.map((value, at) => (
                <td key={head[at + 1]} className="dt-number">
                  {typeof value === 'number' ? writeNumber(locale, value) : '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart that is loaded when it is seen, with the same figures as a table and as a picture to take away. */
export function Chart(props: ChartProps) {
  const t = usePhrases('ui');
  const { dark } = useAppearance();
  const [isTable, setTable] = useState(false);
  const picture = useRef<ChartPicture>(null);
  const id = useId();
  const height = props.height ?? 320;
  const label = props.summary ?? props.title;
  const download = () => {
    const url = picture.current?.asPng();
    if (url === undefined) return;
    const link = document.createElement('a');
    link.href = url;
    link.download = `${props.title}.png`;
    link.click();
  };
  return (
    <figure className="dt-chart" aria-labelledby={id}>
      <figcaption className="dt-chart-head">
        <h2 id={id}>{props.title}</h2>
        <span className="dt-chart-actions">
          <Button
            type="text"
            icon={<Icon name={isTable ? 'picture' : 'table'} />}
            aria-pressed={isTable}
            title={isTable ? t('chart.picture') : t('chart.table')}
            aria-label={isTable ? t('chart.picture') : t('chart.table')}
            onClick={() => setTable(!isTable)}
          />
          <Button
            type="text"
            icon={<Icon name="download" />}
            disabled={isTable}
            title={t('chart.download')}
            aria-label={t('chart.download')}
            onClick={download}
          />
        </span>
      </figcaption>
      {!hasFigures(props.data) ? (
        <p className="dt-quiet">{t('chart.empty')}</p>
      ) : isTable ? (
        <FigureTable data={props.data} label={props.title} />
      ) : (
        <Suspense
          fallback={
            <div className="dt-quiet" style={{ blockSize: height }}>
              {t('chart.loading')}
            </div>
          }
        >
          <ChartCanvas data={props.data} label={label} height={height} dark={dark} picture={picture} />
        </Suspense>
      )}
    </figure>
  );
}
