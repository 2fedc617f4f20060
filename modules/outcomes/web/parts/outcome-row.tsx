import { fieldSentence, type Problem, useLanguage, useNameOf, usePhrases, writeNumber } from '@dualtrack/ui';
import { useId } from 'react';
import type { ClassOutcomes } from '../../contract.ts';
import { leftBys } from '../../outcome.ts';
import { changeRow, type DraftRow } from './outcome-draft.ts';
import { StayTrack } from './stay-track.tsx';

type RowProps = {
  readonly person: ClassOutcomes['people'][number];
  readonly row: DraftRow;
  readonly isChanged: boolean;
  readonly isLocked: boolean;
  readonly problems: Problem['errors'];
  readonly onChange: (row: DraftRow) => void;
};

type Field = DayName | 'isTrained' | 'monthlyPay' | 'leftBy' | 'leftReason';
type DayName = 'offeredOn' | 'joinedOn' | 'leftOn';

/** What became of one student: fields while it may be recorded, and below the name what is wrong with them. */
export function OutcomeRow(props: RowProps) {
  const { person, row, problems } = props;
  const t = usePhrases('outcomes');
  const nameOf = useNameOf();
  const { locale, catalogue } = useLanguage();
  const id = useId();
  const change = (part: Partial<DraftRow>) => props.onChange(changeRow(row, part));
  const isBad = (field: string) => problems.some((one) => one.pointer.endsWith(`/${field}`));
  const tied = (field: Field, isOff: boolean) => ({
    disabled: props.isLocked || isOff,
    'aria-label': `${person.studentName} ${t(`grid.${field}`)}`,
    'aria-invalid': isBad(field),
    'aria-describedby': problems.length > 0 ? id : undefined,
  });
  const day = (field: DayName, isOff: boolean) => (
    <td data-label={t(`grid.${field}`)}>
      <input
        type="date"
        className="dt-input out-day"
        {...tied(field, isOff)}
        value={row[field] ?? ''}
        onChange={(event) => change({ [field]: event.target.value === '' ? null : event.target.value })}
      />
    </td>
  );
  return (
    <tr className={props.isChanged ? 'out-changed' : undefined}>
      <th scope="row">
        {person.studentName}
        <div className="dt-quiet dt-small">
          {nameOf({ name: person.postTitle, nameEn: person.postTitleEn })}
        </div>
        {problems.length === 0 ? null : (
          <ul id={id} className="dt-error dt-small" role="alert">
            {problems.map((problem) => (
              <li key={problem.pointer + problem.code}>{fieldSentence(catalogue, problem)}</li>
            ))}
          </ul>
        )}
        {props.isChanged ? null : <StayTrack stay={person.stay} isShort />}
      </th>
      <td data-label={t('grid.marks')} className="out-number">
        {person.meanScore === null ? '–' : writeNumber(locale, person.meanScore)}
      </td>
      <td data-label={t('grid.isTrained')}>
        <input
          type="checkbox"
          className="out-check"
          {...tied('isTrained', false)}
          checked={row.isTrained}
          onChange={(event) =>
            change({ isTrained: event.target.checked, ...(event.target.checked ? {} : { offeredOn: null }) })
          }
        />
      </td>
      {day('offeredOn', !row.isTrained)}
      {day('joinedOn', row.offeredOn === null)}
      <td data-label={t('grid.monthlyPay')}>
        <input
          type="number"
          min={0}
          step={100}
          className="dt-input out-pay"
          {...tied('monthlyPay', row.joinedOn === null)}
          value={row.monthlyPay === null ? '' : row.monthlyPay / 100}
          onChange={(event) =>
            change({
              monthlyPay: event.target.value === '' ? null : Math.round(Number(event.target.value) * 100),
            })
          }
        />
      </td>
      {day('leftOn', row.joinedOn === null)}
      <td data-label={t('grid.leftBy')}>
        <select
          className="dt-input out-by"
          {...tied('leftBy', row.leftOn === null)}
          value={row.leftBy ?? ''}
          onChange={(event) => change({ leftBy: leftBys.find((one) => one === event.target.value) ?? null })}
        >
          <option value="">–</option>
          {leftBys.map((by) => (
            <option key={by} value={by}>
              {t(`leftBy.${by}`)}
            </option>
          ))}
        </select>
        {row.leftOn === null ? null : (
          <input
            className="dt-input out-reason"
            maxLength={500}
            placeholder={t('grid.leftReason')}
            {...tied('leftReason', false)}
            value={row.leftReason}
            onChange={(event) => change({ leftReason: event.target.value })}
          />
        )}
      </td>
    </tr>
  );
}
