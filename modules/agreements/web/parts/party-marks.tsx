import { Moment, usePhrases } from '@dualtrack/ui';
import type { InternshipRow } from '../../contract/internships.ts';

type Signed = NonNullable<InternshipRow['agreement']>['signed'];
const parties = ['school', 'enterprise', 'student', 'guardian'] as const;

/** Which of the parties have signed, and when; the guardian only where there is one. */
export function PartyMarks(props: { readonly signed: Signed; readonly hasDays?: boolean }) {
  const t = usePhrases('internships');
  const shown = parties.filter((party) => party !== 'guardian' || props.signed.guardian !== undefined);
  return (
    <ul className="in-marks">
      {shown.map((party) => {
        const at = props.signed[party] ?? null;
        return (
          <li key={party} className={at === null ? 'in-mark' : 'in-mark in-mark-done'}>
            <span aria-hidden="true">{at === null ? '○' : '●'}</span> {t(`party.${party}`)}
            {props.hasDays ? (
              <span className="dt-quiet"> {at === null ? t('mine.waiting') : <Moment instant={at} />}</span>
            ) : (
              <span className="dt-hidden">{at === null ? t('mine.waiting') : t('mine.signed')}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
