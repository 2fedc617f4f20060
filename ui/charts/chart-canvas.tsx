// Loaded when a chart is seen: this is the only file that knows ECharts.
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { ChartData } from './chart-data.ts';
import { chartColours, chartOption } from './chart-option.ts';

use([LineChart, BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

/** What the frame of a chart can ask of the drawing. */
export type ChartPicture = { readonly asPng: () => string | undefined };

type ChartCanvasProps = {
  readonly data: ChartData;
  readonly label: string;
  readonly height: number;
  readonly dark: boolean;
  readonly picture: Ref<ChartPicture>;
};

/** The drawing itself. */
export function ChartCanvas(props: ChartCanvasProps) {
  const { data, dark } = props;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | undefined>(undefined);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const own = init(element);
    chart.current = own;
    const observer = new ResizeObserver(() => own.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      own.dispose();
      chart.current = undefined;
    };
  }, []);
  useEffect(() => {
    if (!place.current) return;
    const isMoving = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.current?.setOption(chartOption(data, chartColours(place.current), isMoving), true);
  }, [data, dark]);
  useImperativeHandle(props.picture, () => ({
    asPng: () => {
      const colours = place.current ? chartColours(place.current) : undefined;
      return chart.current?.getDataURL({
        type: 'png',
        pixelRatio: 2,
        backgroundColor: colours?.paper ?? '#fff',
      });
    },
  }));
  return <div ref={place} role="img" aria-label={props.label} style={{ blockSize: props.height }} />;
}
