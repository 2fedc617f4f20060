import { Day, StateTag, usePhrases } from '@dualtrack/ui';
import type { OutcomePerson } from '../../contract.ts';
import '../outcomes.css';

const tones = { there: 'done', left: 'plain', 'not-yet': 'now' } as const;

/** Whether somebody is still there after 6, 12, 18 and 24 months, each with its day. */
export function StayTrack(props: { readonly stay: OutcomePerson['stay'] }) {
  const t = usePhrases('outcomes');
  if (props.stay.length === 0) return null;
  return (
    <ul className="out-stay" aria-label={t('stay.title')}>
      {props.stay.map((check) => (
        <li key={check.months}>
          <span>{t('stay.months', { months: check.months })}</span>
          <StateTag tone={tones[check.result]}>{t(`stay.${check.result}`)}</StateTag>
          <span className="dt-quiet dt-small">
            <Day day={check.on} />
          </span>
        </li>
      ))}
    </ul>
  );
}
