import {
  ErrorState,
  Icon,
  Moment,
  Panel,
  StateTag,
  saveFile,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { OpenSlot } from '../../contract/interviews.ts';
import type { MyClass } from '../../shapes.ts';
import { orderClasses } from '../client.ts';

/** The interview times a student books one of, and the dates for the own calendar. */
export function MyInterview(props: { readonly mine: MyClass; readonly isStudent: boolean }) {
  const { mine, isStudent } = props;
  const classId = mine.id;
  const t = usePhrases('class-work');
  const found = useOperation('order-classes.my-interview', orderClasses.interviews.open, { classId });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const own = found.data.find((slot) => slot.isMine);
  const isOver = own !== undefined && new Date(own.startsAt) <= new Date();
  const isAgain = own?.mayBookAnother === true;
  const mayBook = isStudent && (!isOver || isAgain) && (mine.state === 'open' || mine.state === 'closed');
  const missed = found.data.filter(({ isPast }) => isPast);
  const times = found.data.filter((slot) => !slot.isMine && !slot.isPast);
  if (found.data.length === 0 && !mayBook) return null;
  return (
    <Panel title={t('my.interview')} actions={<DatesButton classId={classId} />}>
      <div className="oc-stack">
        {found.data.length === 0 ? <p className="dt-quiet">{t('my.interviewNone')}</p> : null}
        {missed.map((slot) => (
          <Own key={slot.id} slot={slot} classId={classId} mayCancel={false} />
        ))}
        {own === undefined ? null : <Own slot={own} classId={classId} mayCancel={mayBook && !isOver} />}
        {own?.came === false && isStudent ? (
          <p>{isAgain ? t('interviews.another') : t('interviews.noOther')}</p>
        ) : null}
        {mayBook && (found.data.length > 0 || isAgain) ? (
          <>
            <p className="dt-quiet">
              {isAgain && times.length === 0 ? t('interviews.anotherLater') : t('my.interviewNote')}
            </p>
            <ul className="oc-ranks">
              {times.map((slot) => (
                <SlotLine
                  key={slot.id}
                  slot={slot}
                  classId={classId}
                  isChange={own !== undefined && !isAgain}
                />
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Panel>
  );
}

function SlotWords(props: { readonly slot: OpenSlot }) {
  const { startsAt, place, interviewer } = props.slot;
  return (
    <span>
      <strong>
        <Moment instant={startsAt} />
      </strong>
      <span className="dt-quiet dt-small">
        {place}
        {interviewer === '' ? '' : ` · ${interviewer}`}
      </span>
    </span>
  );
}

function Own(props: { readonly slot: OpenSlot; readonly classId: string; readonly mayCancel: boolean }) {
  const { slot } = props;
  const t = usePhrases('class-work');
  const cancel = useWrite(orderClasses.interviews.cancel, {
    invalidates: ['order-classes'],
    done: t('my.cancelled'),
  });
  return (
    <div className="oc-rank oc-rank-own">
      <Icon name={slot.absence === null ? 'check' : 'warning'} />
      <SlotWords slot={slot} />
      <span className="oc-rank-buttons">
        {slot.absence === null ? null : (
          <StateTag tone="soon">{t(`interviews.absence.${slot.absence}`)}</StateTag>
        )}
        {slot.came === true ? <StateTag tone="done">{t('interviews.came')}</StateTag> : null}
        {props.mayCancel ? (
          <Button
            type="text"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ classId: props.classId })}
          >
            {t('my.cancel')}
          </Button>
        ) : null}
      </span>
    </div>
  );
}

function SlotLine(props: { readonly slot: OpenSlot; readonly classId: string; readonly isChange: boolean }) {
  const { slot, classId } = props;
  const t = usePhrases('class-work');
  const book = useWrite(orderClasses.interviews.book, {
    invalidates: ['order-classes'],
    done: t('my.booked'),
  });
  return (
    <li className="oc-rank">
      <span />
      <SlotWords slot={slot} />
      <span className="oc-rank-buttons">
        <span className="dt-quiet dt-small">{t('my.free', { count: slot.free })}</span>
        {slot.free > 0 ? (
          <Button loading={book.isPending} onClick={() => book.mutate({ classId, slotId: slot.id })}>
            {props.isChange ? t('my.rebook') : t('my.book')}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

function DatesButton(props: { readonly classId: string }) {
  const t = usePhrases('class-work');
  const save = useWrite(orderClasses.interviews.calendar, { invalidates: [] });
  const click = async () => {
    const file = await save.mutateAsync({ classId: props.classId });
    saveFile(file.fileName, file.text, file.mediaType);
  };
  return (
    <Button type="text" loading={save.isPending} onClick={() => void click().catch(() => undefined)}>
      {t('my.calendar')}
    </Button>
  );
}
