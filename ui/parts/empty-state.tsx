import type { ReactNode } from 'react';
import '../styles/parts.css';

type EmptyStateProps = {
  /** What is not there. */
  readonly title: ReactNode;
  /** What this is for and how it fills. */
  readonly children?: ReactNode;
  /** The one thing to do. */
  readonly action?: ReactNode;
};

/** An empty place that says what it is for and what to do. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div className="dt-empty">
      <svg width="72" height="28" viewBox="0 0 72 28" aria-hidden="true">
        <path d="M2 8h68" stroke="var(--side-school-line)" strokeWidth="2" strokeDasharray="8 6" />
        <path d="M2 20h68" stroke="var(--side-enterprise-line)" strokeWidth="2" strokeDasharray="8 6" />
      </svg>
      <p className="dt-empty-title">{props.title}</p>
      {props.children === undefined ? null : <p className="dt-empty-note">{props.children}</p>}
      {props.action}
    </div>
  );
}
