import type { ReactNode } from 'react';
import { useId } from 'react';
import '../styles/page.css';

type PanelProps = {
  readonly title: ReactNode;
  /** A small number behind the title. */
  readonly count?: number | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A titled part of a page; cards on the home are panels, too. */
export function Panel(props: PanelProps) {
  const id = useId();
  return (
    <section className="dt-panel" aria-labelledby={id}>
      <div className="dt-panel-head">
        <h2 id={id}>
          {props.title}
          {props.count === undefined ? null : <span className="dt-count">{props.count}</span>}
        </h2>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
