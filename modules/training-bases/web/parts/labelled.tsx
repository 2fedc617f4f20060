import type { ReactNode } from 'react';

/** A control of a short form under its words; the control bears them as its own name, too. */
export function Labelled(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the library's, inside
    <label className="tb-labelled">
      <span>{props.label}</span>
      {props.children}
    </label>
  );
}
