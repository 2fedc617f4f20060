import type { ReactNode } from 'react';
import '../styles/parts.css';

/** What a state means for the reader: nothing special, under way, done, soon to be late, or broken. */
export type Tone = 'plain' | 'now' | 'done' | 'soon' | 'danger';

/** A state in one word. Tone adds a mark and colour; the word alone must be enough. */
export function StateTag(props: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`dt-state dt-state-${props.tone ?? 'plain'}`}>{props.children}</span>;
}
