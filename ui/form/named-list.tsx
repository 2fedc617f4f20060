import type { ReactElement } from 'react';

/**
 * For `popupRender` of a select: the list that drops down carries the name of its field, which antd gives to the field
 * alone.
 */
export function namedList(label: string): (list: ReactElement) => ReactElement {
  const name = (place: HTMLElement | null) =>
    place?.querySelector('[role=listbox]')?.setAttribute('aria-label', label);
  return (list) => <div ref={(place) => void name(place)}>{list}</div>;
}
