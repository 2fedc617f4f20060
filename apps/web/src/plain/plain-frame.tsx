import { Logo, usePhrases } from '@dualtrack/ui/plain';
import { type ReactNode, useEffect } from 'react';
import { LanguageRow } from './language-row.tsx';
import './plain.css';
import { TwoTracks } from './two-tracks.tsx';

type PlainFrameProps = {
  readonly title: string;
  /** What stands below the picture on the other half. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the pages before signing in: what to do on one half, what this is on the other. */
export function PlainFrame(props: PlainFrameProps) {
  const t = usePhrases('shell');
  const product = t('frame.name');
  useEffect(() => {
    document.title = `${props.title} · ${product}`;
  }, [props.title, product]);
  return (
    <div className="dt-plain">
      <main className="dt-plain-main">
        <div className="dt-plain-brand">
          <Logo size={32} />
          <span>{product}</span>
        </div>
        <div className="dt-plain-work">
          <h1>{props.title}</h1>
          {props.children}
        </div>
        <LanguageRow />
      </main>
      <aside className="dt-plain-beside" aria-label={product}>
        <TwoTracks />
        <div className="dt-plain-words">
          <p className="dt-plain-claim">{t('signIn.claim')}</p>
          {props.beside}
        </div>
      </aside>
    </div>
  );
}
