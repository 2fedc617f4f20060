import type { ReactNode } from 'react';
import '../styles/page.css';

/** One fact: its name and its value; a value that is not known should say so in words. */
export type Fact = { readonly label: string; readonly value: ReactNode };

/** Facts as a description list, in as many columns as there is room for. */
export function FactList(props: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="dt-facts">
      {props.facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
