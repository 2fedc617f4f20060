import { Panel, useList, useNameOf, usePhrases } from '@dualtrack/ui';
import type { ExplanationView, MyClass, SeatView } from '../../shapes.ts';
import { seatName } from '../class-words.ts';

type Choice = ExplanationView['choices'][number];

/** A lottery number as a person can compare it. */
function short(number: number | null): string {
  return (number ?? 0).toFixed(4);
}

/** What was asked, what was got, which rule decided, and what would have changed it. */
export function ResultWhy(props: {
  readonly mine: MyClass;
  readonly result: NonNullable<MyClass['result']>;
}) {
  const { mine, result } = props;
  const t = usePhrases('order-classes');
  const tw = usePhrases('class-work');
  const list = useList();
  const nameOfSeat = seatName(useNameOf());
  // Whoever never had a place here and has not withdrawn is among those of the next round.
  const waits =
    mine.placement === null &&
    mine.application?.isWithdrawn === false &&
    (mine.state === 'published' || mine.state === 'running');
  const seatOf = (id: string) => nameOfSeat(mine.seats.find((seat) => seat.id === id));
  return (
    <Panel title={result.round > 1 ? t('refill.titleRound', { round: result.round }) : t('my.whyTitle')}>
      <div className="oc-stack">
        {result.round > 1 ? <p className="dt-quiet">{t('refill.offer')}</p> : null}
        <p>
          <strong>
            {result.got === null
              ? t('my.gotNone')
              : t('my.got', { seat: seatOf(result.got.seat), choice: result.got.choice })}
          </strong>
        </p>
        {waits ? <p>{mine.placing.movesUp ? tw('my.waits') : tw('my.waitsByHand')}</p> : null}
        {mine.application?.group == null || mine.application.group.members.length < 2 ? null : (
          <p>
            {mine.application.group.isWhole
              ? tw('group.didCount')
              : tw('group.didNot', {
                  names: list(
                    mine.application.group.members
                      .filter(({ hasAgreed }) => !hasAgreed)
                      .map(({ name }) => name),
                  ),
                })}
          </p>
        )}
        <ChoiceReasons result={result} seats={mine.seats} />
        <p className="dt-quiet dt-small">{t('why.number', { number: short(result.lottery) })}</p>
      </div>
    </Panel>
  );
}

/** Each choice with the rule that decided it. */
export function ChoiceReasons(props: {
  readonly result: ExplanationView;
  readonly seats: readonly SeatView[];
}) {
  const { result, seats } = props;
  const nameOfSeat = seatName(useNameOf());
  const reason = useReason(result);
  return result.choices.map((choice) => (
    <div key={choice.seat} className={choice.state === 'got' ? 'oc-why oc-why-got' : 'oc-why'}>
      <strong>
        {choice.choice}. {nameOfSeat(seats.find((seat) => seat.id === choice.seat))}
      </strong>
      {reason(choice).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  ));
}

/** The sentences for one choice, made from the data of the explanation alone. */
function useReason(result: ExplanationView): (choice: Choice) => string[] {
  const t = usePhrases('order-classes');
  const tw = usePhrases('class-work');
  return (choice) => {
    if (choice.state === 'got') return [t('why.got', { score: choice.score })];
    if (choice.state === 'set-aside') return [tw(`why.${choice.why ?? 'filled'}`)];
    if (choice.state === 'not-needed' || choice.refusal === undefined) return [t('why.notNeeded')];
    const { refusal, score } = choice;
    if (refusal.by === 'closed') return [t('why.closed'), t('why.never')];
    // Of a result that fills more seats nobody can say what would have been enough.
    const enough =
      choice.enough === undefined
        ? ''
        : choice.enough === null
          ? t('why.never')
          : t('why.enough', {
              enough: choice.enough.score,
              inclusive: choice.enough.inclusive ? 'yes' : 'no',
            });
    if (refusal.by === 'lottery') {
      const numbers = { cutoff: short(refusal.lottery), number: short(result.lottery) };
      return [t('why.lottery', { score, ...numbers }), enough].filter((words) => words !== '');
    }
    const facts = { capacity: refusal.capacity, cutoff: refusal.score ?? 0, score };
    const why = refusal.kind === 'cap' ? t('why.scoreCap', facts) : t('why.score', facts);
    const isMore = choice.enough != null && choice.enough.score > facts.cutoff;
    return [why, enough, isMore ? t('why.chain') : ''].filter((words) => words !== '');
  };
}
