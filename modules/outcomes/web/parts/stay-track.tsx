import { Day, StateTag, usePhrases } from '@dualtrack/ui';
import type { OutcomePerson } from '../../contract.ts';
import '../outcomes.css';

const tones = { there: 'done', left: 'plain', 'not-yet': 'now' } as const;

/** The check that says most in one line: the last one that is answered, else the first to come. */
function foremost(stay: OutcomePerson['stay']): OutcomePerson['stay'] {
  const left = stay.find((check) => check.result === 'left');
  const one = left ?? stay.findLast((check) => check.result === 'there') ?? stay[0];
  return one === undefined ? [] : [one];
}

/** Whether somebody is still there after 6, 12, 18 and 24 months, each with its day; in short only the foremost. */
export function StayTrack(props: { readonly stay: OutcomePerson['stay']; readonly isShort?: boolean }) {
  const t = usePhrases('outcomes');
  if (props.stay.length === 0) return null;
  return (
    <ul className="out-stay" aria-label={t('stay.title')}>
      {(props.isShort ? foremost(props.stay) : props.stay).map((check) => (
        <li key={check.months}>
          <span>{t('stay.months', { months: check.months })}</span>
          <StateTag tone={tones[check.result]}>{t(`stay.${check.result}`)}</StateTag>
          <span className="dt-quiet dt-small">
            <Day day={check.on} style="day" />
          </span>
        </li>
      ))}
    </ul>
  );
}
