import type { ReactNode } from 'react';
import { usePhrases } from '../language/use-phrases.ts';
import '../styles/page.css';
import { type Fact, FactList } from './fact-list.tsx';
import { PageHeader, type PageHeaderProps } from './page-header.tsx';
import { type PageTab, PageTabs } from './page-tabs.tsx';
import type { Side } from './side.ts';
import { SideTag } from './side-tag.tsx';

/** What must happen next: one sentence, who does it, and the one button (a `WhyNotButton`). */
export type NextStep = { readonly sentence: ReactNode; readonly by?: Side; readonly action?: ReactNode };

type ObjectPageProps = PageHeaderProps & {
  /** A `StateTrack`. */
  readonly track?: ReactNode;
  readonly nextStep?: NextStep;
  readonly facts?: readonly Fact[];
  readonly tabs?: readonly PageTab[];
  /** People, files, history: a column beside on the desk, below on the phone. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
};

function Next(props: { readonly step: NextStep }) {
  const t = usePhrases('ui');
  const { step } = props;
  return (
    <section
      className={`dt-next${step.by === undefined ? '' : ` dt-next-${step.by}`}`}
      aria-label={t('page.next')}
    >
      <p>
        {step.by === undefined ? null : <SideTag side={step.by} />}
        <span>{step.sentence}</span>
      </p>
      {step.action}
    </section>
  );
}

/** The page of one thing: title line, track, next step, facts, parts, and a column beside. */
export function ObjectPage(props: ObjectPageProps) {
  const { track, nextStep, facts, tabs, aside, children, ...header } = props;
  const t = usePhrases('ui');
  return (
    <div className={aside === undefined ? 'dt-object' : 'dt-object dt-object-two'}>
      <div className="dt-object-top">
        <PageHeader {...header} />
        {track}
        {nextStep === undefined ? null : <Next step={nextStep} />}
      </div>
      <div className="dt-object-main">
        {facts === undefined ? null : <FactList facts={facts} />}
        {tabs === undefined ? null : <PageTabs tabs={tabs} />}
        {children}
      </div>
      {aside === undefined ? null : (
        <aside className="dt-object-aside" aria-label={t('page.aside')}>
          {aside}
        </aside>
      )}
    </div>
  );
}
