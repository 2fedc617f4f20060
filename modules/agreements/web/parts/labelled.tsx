import { type ReactNode, useId } from 'react';

/** A control with its label above, and its error or a hint below; the control takes the id it is given. */
export function Labelled(props: {
  readonly label: string;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly isWide?: boolean;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={props.isWide ? 'ag-field ag-wide' : 'ag-field'}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
      {props.error !== undefined ? (
        <span className="dt-error">{props.error}</span>
      ) : props.hint !== undefined ? (
        <span className="dt-small dt-quiet">{props.hint}</span>
      ) : null}
    </div>
  );
}
