import type { ReactNode } from 'react';
import { usePhrases } from '../language/use-phrases.ts';
import '../styles/parts.css';
import type { Side } from './side.ts';

/** The logo in small with only one part in colour: the upper line, the lower line or the dot. Reads without colour, too. */
export function SideMark(props: { readonly side: Side; readonly size?: number }) {
  const { side, size = 14 } = props;
  const paint = (own: Side) => (side === own ? `var(--side-${own}-line)` : 'var(--line-strong)');
  const weight = (own: Side) => (side === own ? 3 : 1);
  return (
    <svg className="dt-side-mark" width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      <path d="M1 3h12" stroke={paint('school')} strokeWidth={weight('school')} />
      <path d="M1 11h12" stroke={paint('enterprise')} strokeWidth={weight('enterprise')} />
      {side === 'student' ? <circle cx="7" cy="7" r="2.6" fill={paint('student')} /> : null}
    </svg>
  );
}

/** A side by mark, colour and word; with children, the name of the organisation or person that stands on this side. */
export function SideTag(props: { readonly side: Side; readonly children?: ReactNode }) {
  const t = usePhrases('shell');
  const word = t(`side.${props.side}`);
  return (
    <span className={`dt-side dt-side-${props.side}`}>
      <SideMark side={props.side} />
      {props.children === undefined ? (
        word
      ) : (
        <>
          <span className="dt-hidden">{word}: </span>
          {props.children}
        </>
      )}
    </span>
  );
}
