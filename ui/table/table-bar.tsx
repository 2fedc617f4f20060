import { Button, Dropdown, Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAddressQuery } from '../address/use-address.ts';
import { usePhrases } from '../language/use-phrases.ts';
import { Icon } from '../parts/icon.tsx';
import type { Filter } from './table-parts.ts';

/** The search box of a list: what is typed goes into the address after a short rest. */
export function TableSearch(props: { readonly label: string }) {
  const t = usePhrases('ui');
  const [query, change] = useAddressQuery();
  const [text, setText] = useState(query.q ?? '');
  const sent = useRef(query.q ?? '');
  useEffect(() => {
    // Back and forward change the address under us.
    if ((query.q ?? '') !== sent.current) {
      sent.current = query.q ?? '';
      setText(query.q ?? '');
    }
  }, [query.q]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      change({ q: text, page: undefined }, { replaces: true });
    }, 250);
    return () => clearTimeout(timer);
  }, [text, change]);
  return (
    <label className="dt-table-search">
      <span className="dt-hidden">{`${t('table.search')}: ${props.label}`}</span>
      <Icon name="search" size={16} />
      <input
        type="search"
        className="dt-input"
        value={text}
        maxLength={100}
        placeholder={t('table.search')}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}

/** One filter to choose from; what is chosen stands below as a chip and in the address. */
export function TableFilter(props: { readonly filter: Filter }) {
  const { filter } = props;
  const [, change] = useAddressQuery();
  return (
    <Select
      className="dt-table-filter"
      aria-label={filter.label}
      placeholder={filter.label}
      value={null}
      options={[...filter.options]}
      onSelect={(value) => change({ [filter.key]: String(value), page: undefined })}
      popupMatchSelectWidth={false}
    />
  );
}

/** The filters that hold, as chips that can be taken away. */
export function FilterChips(props: { readonly filters: readonly Filter[] }) {
  const t = usePhrases('ui');
  const [query, change] = useAddressQuery();
  const held = props.filters.flatMap((filter) => {
    const value = query[filter.key];
    if (!value) return [];
    const label = filter.options.find((option) => option.value === value)?.label ?? value;
    return [{ key: filter.key, name: `${filter.label}: ${label}` }];
  });
  if (held.length === 0) return null;
  const none = Object.fromEntries(held.map((chip) => [chip.key, undefined]));
  return (
    <ul className="dt-chips" aria-label={t('table.filters')}>
      {held.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            className="dt-chip"
            aria-label={t('table.removeFilter', { name: chip.name })}
            onClick={() => change({ [chip.key]: undefined, page: undefined })}
          >
            {chip.name}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="dt-bare dt-chips-clear"
          onClick={() => change({ ...none, page: undefined })}
        >
          {t('table.clearFilters')}
        </button>
      </li>
    </ul>
  );
}

type ColumnMenuProps = {
  readonly columns: readonly { readonly key: string; readonly header: string; readonly isTitle?: boolean }[];
  readonly isShown: (key: string) => boolean;
  readonly toggle: (key: string) => void;
};

/** The menu in which columns are shown and hidden. */
export function ColumnMenu(props: ColumnMenuProps) {
  const t = usePhrases('ui');
  const [open, setOpen] = useState(false);
  const items = props.columns
    .filter((column) => !column.isTitle)
    .map((column) => ({
      key: column.key,
      label: column.header,
      icon: (
        <span className="dt-menu-check">
          {props.isShown(column.key) ? <Icon name="check" size={14} /> : null}
        </span>
      ),
    }));
  return (
    <Dropdown
      open={open}
      onOpenChange={(next, info) => {
        if (info.source === 'trigger' || next) setOpen(next);
      }}
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => props.toggle(key) }}
    >
      <Button className="dt-desk-only" icon={<Icon name="columns" size={16} />}>
        {t('table.columns')}
      </Button>
    </Dropdown>
  );
}

/** The bar above a list. */
export function TableBar(props: { readonly children: ReactNode }) {
  return <div className="dt-table-bar">{props.children}</div>;
}
