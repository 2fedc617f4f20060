import {
  AmountInput,
  amountFault,
  Panel,
  useLanguage,
  useNameOf,
  usePhrases,
  useWrite,
  WhyNotButton,
  writeDay,
} from '@dualtrack/ui';
import { Checkbox, Radio } from 'antd';
import { useId, useState } from 'react';
import type { Placing } from '../../contract/placing.ts';
import type { ClassDetail, SeatView } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { orderClasses } from '../client.ts';

type RulesProps = { readonly placing: Placing; readonly seats: readonly SeatView[] };

/** In words how places are given: what both sides and every student read. */
export function PlacingRules({ placing, seats }: RulesProps) {
  const t = usePhrases('class-work');
  const tr = usePhrases('recruitment');
  const nameOfSeat = seatName(useNameOf());
  const { locale } = useLanguage();
  const { exitFrom, exitUntil } = placing;
  const least = placing.seats.filter((seat) => seat.minimum > 0);
  return (
    <ul className="oc-rules">
      <li>
        <strong>{placing.rule === 'fill' ? t('placing.fill') : t('placing.stable')}</strong>
        <p>{placing.rule === 'fill' ? t('placing.fillNote') : t('placing.stableNote')}</p>
      </li>
      {placing.hasGroups ? (
        <li>
          <strong>{t('placing.groups')}</strong>
          <p>{t('placing.groupsNote')}</p>
        </li>
      ) : null}
      {least.length > 0 || placing.minimum > 0 ? (
        <li>
          {placing.minimum > 0 ? <strong>{t('my.minimumClass', { count: placing.minimum })}</strong> : null}
          {least.map(({ seatId, minimum }) => (
            <strong key={seatId}>
              {t('my.minimumOf', {
                seat: nameOfSeat(seats.find((seat) => seat.id === seatId)),
                count: minimum,
              })}
            </strong>
          ))}
          <p>{t('placing.minimumNote')}</p>
        </li>
      ) : null}
      <li>
        {exitFrom === null || exitUntil === null
          ? t('placing.noExit')
          : t('placing.exitIs', { from: writeDay(locale, exitFrom), until: writeDay(locale, exitUntil) })}
      </li>
      <li>
        <strong>{placing.movesUp ? t('placing.movesUp') : t('placing.byHand')}</strong>
        {placing.movesUp ? <p>{t('placing.movesUpNote')}</p> : null}
      </li>
      <li>{tr('appeal.rule', { days: placing.appealDays })}</li>
    </ul>
  );
}

/** The rule of a class: settled by the school before it is opened, then only the exit window. */
export function PlacingPanel(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('class-work');
  const isSchool = orderClass.abilities.place !== 'class.not-your-role';
  return (
    <Panel title={t('tab.placing')}>
      {isSchool && orderClass.state !== 'finished' ? (
        <PlacingForm orderClass={orderClass} />
      ) : (
        <PlacingRules placing={orderClass.placing} seats={orderClass.seats} />
      )}
    </Panel>
  );
}

const mostAppealDays = 60;
const placesOf = (seats: readonly SeatView[]) => seats.reduce((sum, seat) => sum + seat.capacity, 0);

/** Whether no least number asks for more than there are places, and the days for appeals are days. */
function isSound(given: Placing, seats: readonly SeatView[]): boolean {
  const isCount = (count: number, max: number) => amountFault(count, { min: 0, max }) === undefined;
  const capacityOf = (seatId: string) => seats.find((seat) => seat.id === seatId)?.capacity ?? 0;
  return (
    isCount(given.minimum, placesOf(seats)) &&
    isCount(given.appealDays, mostAppealDays) &&
    given.seats.every(({ seatId, minimum }) => isCount(minimum, capacityOf(seatId)))
  );
}

function PlacingForm(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('class-work');
  const [given, setGiven] = useState(orderClass.placing);
  const [isBad, setBad] = useState(false);
  const save = useWrite(orderClasses.placing.put, {
    invalidates: ['order-classes'],
    done: t('placing.saved'),
  });
  const isDraft = orderClass.abilities.place === null;
  const { exitFrom, exitUntil } = given;
  const submit = () => {
    const isWrong =
      (exitFrom === null) !== (exitUntil === null) ||
      (exitFrom !== null && exitUntil !== null && exitFrom > exitUntil);
    setBad(isWrong);
    if (!isWrong) save.mutate({ classId: orderClass.id, ...given });
  };
  return (
    <div className="oc-stack">
      <p className="dt-quiet">{t('placing.note')}</p>
      {isDraft ? (
        <RuleFields given={given} onChange={setGiven} seats={orderClass.seats} />
      ) : (
        <PlacingRules placing={orderClass.placing} seats={orderClass.seats} />
      )}
      <fieldset className="oc-fields">
        <legend>{t('placing.exit')}</legend>
        <DayInput
          label={t('placing.exitFrom')}
          day={exitFrom}
          onChange={(day) => setGiven({ ...given, exitFrom: day })}
        />
        <DayInput
          label={t('placing.exitUntil')}
          day={exitUntil}
          onChange={(day) => setGiven({ ...given, exitUntil: day })}
        />
        <p className="dt-quiet dt-small oc-wide">{t('placing.exitNote')}</p>
        {isBad ? <p className="dt-error oc-wide">{t('placing.spanWrong')}</p> : null}
      </fieldset>
      <Checkbox
        checked={given.movesUp}
        onChange={(event) => setGiven({ ...given, movesUp: event.target.checked })}
      >
        <strong>{t('placing.movesUp')}</strong>
        <span className="oc-note">{t('placing.movesUpNote')}</span>
      </Checkbox>
      <div>
        <WhyNotButton
          whyNot={isSound(given, orderClass.seats) ? undefined : t('placing.unsound')}
          loading={save.isPending}
          onClick={submit}
        >
          {t('placing.save')}
        </WhyNotButton>
      </div>
    </div>
  );
}

function RuleFields(props: {
  readonly given: Placing;
  readonly onChange: (next: Placing) => void;
  readonly seats: readonly SeatView[];
}) {
  const { given, onChange, seats } = props;
  const t = usePhrases('class-work');
  const tr = usePhrases('recruitment');
  const nameOfSeat = seatName(useNameOf());
  const leastOf = (seatId: string) => given.seats.find((seat) => seat.seatId === seatId)?.minimum ?? 0;
  const setLeast = (seatId: string, minimum: number) =>
    onChange({
      ...given,
      seats: given.seats.map((seat) => (seat.seatId === seatId ? { seatId, minimum } : seat)),
    });
  return (
    <>
      <Radio.Group
        className="oc-stack"
        aria-label={t('placing.rule')}
        value={given.rule}
        onChange={(event) => onChange({ ...given, rule: event.target.value === 'fill' ? 'fill' : 'stable' })}
      >
        {(['stable', 'fill'] as const).map((rule) => (
          <Radio key={rule} value={rule}>
            <strong>{t(`placing.${rule}`)}</strong>
            <span className="oc-note">{t(`placing.${rule}Note`)}</span>
          </Radio>
        ))}
      </Radio.Group>
      <Checkbox
        checked={given.hasGroups}
        onChange={(event) => onChange({ ...given, hasGroups: event.target.checked })}
      >
        <strong>{t('placing.groups')}</strong>
        <span className="oc-note">{t('placing.groupsNote')}</span>
      </Checkbox>
      <fieldset className="oc-fields">
        <legend>{t('placing.seatMinimum')}</legend>
        {seats.map((seat) => (
          <CountInput
            key={seat.id}
            label={nameOfSeat(seat)}
            most={seat.capacity}
            count={leastOf(seat.id)}
            onChange={(minimum) => setLeast(seat.id, minimum)}
          />
        ))}
        <CountInput
          label={t('placing.minimum')}
          most={placesOf(seats)}
          count={given.minimum}
          onChange={(minimum) => onChange({ ...given, minimum })}
        />
        <p className="dt-quiet dt-small oc-wide">{t('placing.minimumNote')}</p>
      </fieldset>
      <div className="oc-fields">
        <CountInput
          label={tr('appeal.days')}
          most={mostAppealDays}
          count={given.appealDays}
          onChange={(appealDays) => onChange({ ...given, appealDays })}
        />
      </div>
    </>
  );
}

function CountInput(props: {
  readonly label: string;
  readonly count: number;
  readonly most: number;
  readonly onChange: (count: number) => void;
}) {
  const id = useId();
  return (
    <div className="dt-field">
      <label htmlFor={id}>{props.label}</label>
      <AmountInput
        id={id}
        min={0}
        max={props.most}
        value={props.count}
        onChange={(count) => props.onChange(count ?? Number.NaN)}
      />
    </div>
  );
}

function DayInput(props: {
  readonly label: string;
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
}) {
  const id = useId();
  return (
    <div className="dt-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="dt-input"
        type="date"
        value={props.day ?? ''}
        onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  );
}
