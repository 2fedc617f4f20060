import { Icon, Money, useDraft, useLanguage, useNameOf, usePhrases, writeMoment } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { type DragEvent, useId, useState } from 'react';
import { largestGroup } from '../../placing.ts';
import type { SeatView } from '../../shapes.ts';
import { seatName } from '../class-words.ts';

type Choices = { choices: string[]; statement: string; groupCode: string };
type RankProps = {
  readonly seats: readonly (SeatView & { readonly whyNot: string | null })[];
  readonly initial: Choices;
  readonly isBusy: boolean;
  readonly submitLabel: string;
  /** Whether a word can be given by which students stay together. */
  readonly hasGroups?: boolean;
  /** Where a student's choices are kept on the device until they are sent; nowhere without a name. */
  readonly draftName?: string;
  readonly onSubmit: (given: Choices) => Promise<unknown>;
};
type DraftChoices = { choices: readonly string[]; statement: string; groupCode: string };

/** A list with one thing taken out and put in elsewhere. */
function moved(list: readonly string[], from: number, to: number): string[] {
  const rest = list.filter((_, index) => index !== from);
  const thing = list[from];
  return thing === undefined ? [...list] : [...rest.slice(0, to), thing, ...rest.slice(to)];
}

/** Ranks seats by dragging or by buttons; what is not chosen stands below. */
export function RankSeats(props: RankProps) {
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  const tw = usePhrases('class-work');
  const id = useId();
  const groupId = useId();
  const { locale } = useLanguage();
  const ui = usePhrases('ui');
  const { draftName } = props;
  const draft = useDraft<DraftChoices>(draftName ?? '', props.initial, draftName !== undefined);
  const { choices, statement, groupCode } = draft.values;
  const setChoices = (next: readonly string[]) => draft.change({ choices: next });
  const [dragged, setDragged] = useState<number | undefined>(undefined);
  const [over, setOver] = useState<number | undefined>(undefined);
  const chosen = choices.flatMap((id) => props.seats.find((seat) => seat.id === id) ?? []);
  const others = props.seats.filter((seat) => !choices.includes(seat.id));
  const submit = async () => {
    const known = choices.filter((one) => props.seats.some((seat) => seat.id === one));
    try {
      await props.onSubmit({ choices: known, statement, groupCode });
      draft.forget();
    } catch {
      // Why it was refused is told where it was sent from; what was chosen stays.
    }
  };
  const drop = (event: DragEvent, index: number) => {
    event.preventDefault();
    if (dragged !== undefined) setChoices(moved(choices, dragged, index));
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <div className="oc-stack">
      {draft.draftAt === undefined ? null : (
        <p className="dt-form-draft">
          {ui('form.draft', { time: writeMoment(locale, draft.draftAt) })}
          <button
            type="button"
            className="dt-bare"
            onClick={() => {
              draft.forget();
              draft.setValues(props.initial);
            }}
          >
            {ui('form.discardDraft')}
          </button>
        </p>
      )}
      <h3>{t('my.yours')}</h3>
      {chosen.length === 0 ? (
        <p className="dt-quiet">{t('my.noneChosen')}</p>
      ) : (
        <ol className="oc-ranks" aria-describedby="oc-drag">
          {chosen.map((seat, index) => (
            <li
              key={seat.id}
              className={over === index ? 'oc-rank oc-rank-over' : 'oc-rank'}
              draggable
              onDragStart={() => setDragged(index)}
              onDragEnd={() => setOver(undefined)}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(index);
              }}
              onDrop={(event) => drop(event, index)}
            >
              <span className="oc-rank-number">{index + 1}</span>
              <SeatWords seat={seat} />
              <span className="oc-rank-buttons">
                <button
                  type="button"
                  className="oc-icon-button"
                  aria-label={t('my.up', { seat: nameOfSeat(seat) })}
                  disabled={index === 0}
                  onClick={() => setChoices(moved(choices, index, index - 1))}
                >
                  <Icon name="rising" />
                </button>
                <button
                  type="button"
                  className="oc-icon-button"
                  aria-label={t('my.down', { seat: nameOfSeat(seat) })}
                  disabled={index === chosen.length - 1}
                  onClick={() => setChoices(moved(choices, index, index + 1))}
                >
                  <Icon name="falling" />
                </button>
                <button
                  type="button"
                  className="oc-icon-button"
                  aria-label={t('my.remove', { seat: nameOfSeat(seat) })}
                  onClick={() => setChoices(choices.filter((id) => id !== seat.id))}
                >
                  <Icon name="close" />
                </button>
              </span>
            </li>
          ))}
        </ol>
      )}
      {chosen.length > 1 ? (
        <p id="oc-drag" className="dt-quiet dt-small">
          {t('my.drag')}
        </p>
      ) : null}
      {others.length === 0 ? null : <h3>{t('my.others')}</h3>}
      <ul className="oc-ranks">
        {others.map((seat) => (
          <li key={seat.id} className="oc-rank">
            <span />
            <SeatWords seat={seat} />
            <span className="oc-rank-buttons">
              {seat.whyNot === null ? (
                <Button onClick={() => setChoices([...choices, seat.id])}>{t('my.add')}</Button>
              ) : (
                <span className="dt-quiet dt-small">{t('my.seatClosed')}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <div className="dt-field">
        <label htmlFor={id}>{t('my.statement')}</label>
        <Input.TextArea
          id={id}
          value={statement}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => draft.change({ statement: event.target.value })}
        />
      </div>
      {props.hasGroups !== true ? null : (
        <div className="dt-field">
          <label htmlFor={groupId}>{tw('my.group')}</label>
          <Input
            id={groupId}
            value={groupCode}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => draft.change({ groupCode: event.target.value })}
          />
          <span className="dt-quiet dt-small">{tw('my.groupHint', { most: largestGroup })}</span>
        </div>
      )}
      <div>
        <Button
          type="primary"
          loading={props.isBusy}
          disabled={chosen.length === 0}
          onClick={() => void submit()}
        >
          {props.submitLabel}
        </Button>
      </div>
    </div>
  );
}

/** The seats of a class to read: the chosen ones first with their rank, what each offers, which are not for the own major. */
export function SeatsToRead(props: {
  readonly seats: RankProps['seats'];
  readonly choices?: readonly string[] | undefined;
}) {
  const t = usePhrases('order-classes');
  const { seats, choices = [] } = props;
  const chosen = choices.flatMap((id) => seats.find((seat) => seat.id === id) ?? []);
  return (
    <ul className="oc-ranks">
      {[...chosen, ...seats.filter((seat) => !choices.includes(seat.id))].map((seat, at) => (
        <li key={seat.id} className="oc-rank">
          {at < chosen.length ? <span className="oc-rank-number">{at + 1}</span> : <span />}
          <SeatWords seat={seat} />
          {seat.whyNot === null ? null : (
            <span className="oc-rank-buttons">
              <span className="dt-quiet dt-small">{t('my.seatClosed')}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function SeatWords(props: { readonly seat: SeatView }) {
  const { seat } = props;
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  return (
    <span>
      <strong>{nameOfSeat(seat)}</strong>
      <span className="dt-quiet dt-small">
        {' '}
        {t('my.places', { count: seat.capacity })} · {seat.siteName} ·{' '}
        <Money money={{ amount: seat.internPay, currency: 'CNY' }} perMonth />
        {seat.nightShift ? ` · ${t('seats.night')}` : ''}
      </span>
    </span>
  );
}
