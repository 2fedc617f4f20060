import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { PageLink } from '../address/page-link.tsx';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { writeMoment } from '../language/write-day.ts';
import { writeNumber } from '../language/write-money.ts';
import '../styles/parts.css';
import { Icon } from './icon.tsx';
import type { Side } from './side.ts';

type FigureProps = {
  readonly label: string;
  /** `undefined` or null when it is not known: shown as a dash with words, never as 0. */
  readonly value: number | null | undefined;
  readonly unit?: string;
  readonly decimals?: number;
  /** The instant for which the number holds. */
  readonly asOf?: string;
  /** One sentence: what is counted, of what, since when. */
  readonly definition: string;
  /** The list of records behind the number. */
  readonly to?: string;
  readonly side?: Side;
};

/** A number one can trust: unit, time, definition, and its records one click away. */
export function Figure(props: FigureProps) {
  const { locale } = useLanguage();
  const t = usePhrases('ui');
  const isKnown = props.value !== null && props.value !== undefined;
  const number = isKnown ? (
    <>
      {writeNumber(locale, props.value ?? 0, props.decimals)}
      {props.unit === undefined ? null : <span className="dt-figure-unit">{props.unit}</span>}
    </>
  ) : (
    <span className="dt-figure-unknown">{t('figure.unknown')}</span>
  );
  return (
    <div className={`dt-figure${props.side === undefined ? '' : ` dt-figure-${props.side}`}`}>
      <div className="dt-figure-label">
        {props.label}
        <Tooltip title={props.definition} trigger={['hover', 'focus', 'click']}>
          <button
            type="button"
            className="dt-bare dt-figure-definition"
            aria-label={t('figure.definition', { name: props.label })}
          >
            <Icon name="question" size={14} />
          </button>
        </Tooltip>
      </div>
      {props.to === undefined ? (
        <div className="dt-figure-number">{number}</div>
      ) : (
        <PageLink className="dt-figure-number" to={props.to}>
          {number}
          <span className="dt-hidden"> {t('figure.open', { name: props.label })}</span>
        </PageLink>
      )}
      {props.asOf === undefined ? null : (
        <div className="dt-quiet dt-small">{t('figure.asOf', { time: writeMoment(locale, props.asOf) })}</div>
      )}
    </div>
  );
}

/** Figures side by side, wrapping where there is no room. */
export function FigureStrip(props: { readonly children: ReactNode }) {
  return <div className="dt-figures">{props.children}</div>;
}
