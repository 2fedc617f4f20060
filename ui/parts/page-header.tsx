import { type ReactNode, useEffect } from 'react';
import { PageLink } from '../address/page-link.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import '../styles/page.css';
import { Icon } from './icon.tsx';
import { SideTag } from './side-tag.tsx';

/** One step of the way up from a page. */
export type Crumb = { readonly label: string; readonly to: string };

/** What stands at the top of every page. */
export type PageHeaderProps = {
  readonly title: string;
  /** The way up, from the area to the parent; the page itself is not in it. */
  readonly crumbs?: readonly Crumb[];
  /** A `StateTag`. */
  readonly state?: ReactNode;
  /** The names of the two sides of a cooperation. */
  readonly sides?: { readonly school: string; readonly enterprise: string };
  /** A sentence under the title on pages that need one. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
};

function Crumbs(props: { readonly crumbs: readonly Crumb[] }) {
  const t = usePhrases('ui');
  return (
    <nav aria-label={t('page.breadcrumb')}>
      <ol className="dt-crumbs">
        {props.crumbs.map((crumb) => (
          <li key={crumb.to}>
            <PageLink to={crumb.to}>{crumb.label}</PageLink>
            <Icon name="forward" size={12} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The way up, the name, the state and the two sides of a page. Also names the browser's tab. */
export function PageHeader(props: PageHeaderProps) {
  const t = usePhrases('ui');
  const frame = usePhrases('shell');
  const product = frame('frame.name');
  useEffect(() => {
    document.title = `${props.title} · ${product}`;
  }, [props.title, product]);
  return (
    <header className="dt-page-header">
      {props.crumbs === undefined || props.crumbs.length === 0 ? null : <Crumbs crumbs={props.crumbs} />}
      <div className="dt-page-title">
        <h1>{props.title}</h1>
        {props.state}
      </div>
      {props.actions === undefined ? null : <div className="dt-page-actions">{props.actions}</div>}
      {props.sides === undefined ? null : (
        <ul className="dt-page-sides" aria-label={t('page.sides')}>
          <li>
            <SideTag side="school">{props.sides.school}</SideTag>
          </li>
          <li>
            <SideTag side="enterprise">{props.sides.enterprise}</SideTag>
          </li>
        </ul>
      )}
      {props.note === undefined ? null : <p className="dt-page-note">{props.note}</p>}
    </header>
  );
}
