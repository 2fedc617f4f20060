import { findPhrase } from '@dualtrack/locales/browser';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useGo } from '../address/use-address.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { Icon } from '../parts/icon.tsx';
import type { SearchItem } from './frame-parts.ts';

/** Finds things by a part of their name. */
export type Search = (query: string, signal: AbortSignal) => Promise<readonly SearchItem[]>;

function useRest(text: string): string {
  const [rest, setRest] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRest(text), 180);
    return () => clearTimeout(timer);
  }, [text]);
  return rest;
}

type HitsProps = {
  readonly id: string;
  readonly items: readonly SearchItem[];
  readonly at: number;
  readonly onChoose: (item: SearchItem) => void;
};

function Hits(props: HitsProps) {
  const { catalogue } = useLanguage();
  const t = usePhrases('shell');
  return (
    <div id={props.id} role="listbox" aria-label={t('search.label')}>
      {props.items.map((item, index) => (
        <div
          key={`${item.kind}-${item.id}`}
          id={`${props.id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.at}
          className="dt-hit"
          onPointerDown={(event) => {
            event.preventDefault();
            props.onChoose(item);
          }}
        >
          <span className="dt-hit-kind">
            {findPhrase(catalogue, 'shell', `search.kind.${item.kind}`) ?? item.kind}
          </span>
          <span className="dt-hit-title">{item.title}</span>
          <span className="dt-quiet dt-small">{item.subtitle}</span>
        </div>
      ))}
    </div>
  );
}

/** The search box of the frame: any person, class, agreement or base by a part of its name; `/` jumps into it. */
export function SearchBox(props: { readonly search: Search }) {
  const t = usePhrases('shell');
  const { locale } = useLanguage();
  const go = useGo();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const query = useRest(text.trim());
  const hits = useQuery({
    queryKey: ['search', query, locale],
    queryFn: ({ signal }) => props.search(query, signal),
    enabled: query !== '',
    retry: false,
  });
  const items = query === '' ? [] : (hits.data ?? []);
  useEffect(() => {
    const jump = (event: globalThis.KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  }, []);
  const choose = (item: SearchItem) => {
    setOpen(false);
    setText('');
    box.current?.blur();
    go(item.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = items[at];
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, items.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  };
  const shows = isOpen && query !== '' && !hits.isPending;
  return (
    <search className="dt-search">
      <Icon name="search" size={16} />
      <input
        ref={box}
        className="dt-input"
        type="search"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={shows && items.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={shows && items.length > 0 ? `${id}-${at}` : undefined}
        placeholder={t('search.placeholder')}
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className="dt-hidden" role="status">
        {shows ? t('search.count', { count: items.length }) : ''}
      </span>
      {shows ? (
        <div className="dt-hits">
          {items.length === 0 ? (
            <p className="dt-hits-none">
              {t('search.none', { query })}
              <span className="dt-quiet dt-small">{t('search.hint')}</span>
            </p>
          ) : (
            <Hits id={id} items={items} at={at} onChoose={choose} />
          )}
        </div>
      ) : null}
    </search>
  );
}
