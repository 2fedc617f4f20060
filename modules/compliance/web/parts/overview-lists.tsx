import { PageLink, Panel, useLanguage, usePhrases, writeDay } from '@dualtrack/ui';
import type { z } from 'zod';
import type { lapse, ruleTally, tally } from '../../shapes.ts';
import '../compliance.css';
import { ArticleLine } from './article.tsx';
import { OpenTags } from './outcome.tsx';

type RuleRow = z.infer<typeof ruleTally>;

/** Rules that are breached or unknown, the worst first. */
export function RuleList(props: { readonly rules: readonly RuleRow[] }) {
  const t = usePhrases('compliance');
  const open = props.rules
    .filter((one) => one.breached + one.unknown > 0)
    .sort((one, other) => other.breached - one.breached || other.unknown - one.unknown);
  return (
    <Panel
      title={t('home.rules')}
      count={open.length}
      actions={<PageLink to="/compliance/rules">{t('home.library')}</PageLink>}
    >
      {open.length === 0 ? <p className="dt-quiet">{t('home.rulesNone')}</p> : null}
      <ul className="cp-list">
        {open.slice(0, 12).map((one) => (
          <li key={one.rule}>
            <PageLink to={`/compliance/rules?q=${one.rule}`}>{one.title}</PageLink>
            <OpenTags tally={one} />
            <span className="cp-under">
              <ArticleLine head={one} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The same by host. */
export function HostList(props: {
  readonly hosts: readonly (z.infer<typeof tally> & { id: string; name: string })[];
}) {
  const t = usePhrases('compliance');
  return (
    <Panel title={t('home.hosts')}>
      {props.hosts.length === 0 ? <p className="dt-quiet">{t('home.hostsNone')}</p> : null}
      <ul className="cp-list">
        {props.hosts.map((one) => (
          <li key={one.id}>
            <span>{one.name}</span>
            <OpenTags tally={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Covers and filings that end soon, before their class does. */
export function LapseList(props: { readonly lapses: readonly z.infer<typeof lapse>[] }) {
  const { locale } = useLanguage();
  const t = usePhrases('compliance');
  return (
    <Panel title={t('home.lapses')} count={props.lapses.length}>
      {props.lapses.length === 0 ? <p className="dt-quiet">{t('home.lapsesNone')}</p> : null}
      <ul className="cp-list">
        {props.lapses.slice(0, 8).map((one) => (
          <li key={`${one.placementId ?? one.classId} ${one.name} ${one.lapsesOn}`}>
            <span className="cp-under">
              {t('home.lapse', {
                fact: one.label,
                who: one.studentName ?? t('home.wholeClass'),
                day: writeDay(locale, one.lapsesOn),
              })}
            </span>
            <PageLink className="cp-under dt-small" to={`/compliance/classes/${one.classId}?tab=facts`}>
              {one.className}
            </PageLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
