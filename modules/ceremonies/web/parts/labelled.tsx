import { type ReactNode, useId } from 'react';

/** A control with its label above; the control takes the id. */
export function Labelled(props: {
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={props.isWide ? 'ce-label ce-wide' : 'ce-label'}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}
