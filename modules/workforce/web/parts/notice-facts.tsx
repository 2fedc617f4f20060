import { Day, Money, type StateTag, useNameOf, usePhrases } from '@dualtrack/ui';
import type { ComponentProps } from 'react';
import type { NoticeView } from '../../contract.ts';
import { AnswerClock, isAnswerDue } from './answer-clock.tsx';

/** Colour of a published demand: waiting, silent, or over. */
export function noticeTone(state: NoticeView['state']): ComponentProps<typeof StateTag>['tone'] {
  if (state === 'paused') return 'danger';
  if (state === 'taken') return 'done';
  return state === 'published' || state === 'offered' ? 'now' : 'plain';
}

/** Pay of a demand, from and to. */
export function PayRange(props: { readonly notice: Pick<NoticeView, 'payMin' | 'payMax'> }) {
  const { payMin, payMax } = props.notice;
  const low = <Money money={{ amount: payMin, currency: 'CNY' }} />;
  if (payMin === payMax) return low;
  return (
    <span>
      {low} – <Money money={{ amount: payMax, currency: 'CNY' }} />
    </span>
  );
}

/** What is asked for, as facts: number, place, time, pay, hazards, clock. */
export function useNoticeFacts(notice: Omit<NoticeView, 'abilities'>) {
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const hazards = [...notice.hazards, ...(notice.isNightShift ? [t('order.nights')] : [])].join(' · ');
  return [
    { label: t('order.enterprise'), value: nameOf({ name: notice.enterprise, nameEn: notice.enterpriseEn }) },
    { label: t('board.people'), value: notice.people },
    { label: t('board.place'), value: notice.place || '—' },
    { label: t('board.from'), value: notice.fromQuarter },
    { label: t('board.pay'), value: <PayRange notice={notice} /> },
    { label: t('board.hazards'), value: hazards || t('order.none') },
    ...(notice.opensOn === null ? [] : [{ label: t('board.opensOn'), value: <Day day={notice.opensOn} /> }]),
    ...(notice.answerBy === null
      ? []
      : [
          {
            label: t('board.answerBy'),
            value: <AnswerClock day={notice.answerBy} isRunning={isAnswerDue(notice.state)} />,
          },
        ]),
    ...(notice.note === '' ? [] : [{ label: t('board.noteField'), value: notice.note }]),
    ...(notice.offeredSeats === null ? [] : [{ label: t('board.seats'), value: notice.offeredSeats }]),
    ...(notice.answer === '' ? [] : [{ label: t('order.answer'), value: notice.answer }]),
    ...(notice.answeredBy === '' ? [] : [{ label: t('board.answeredBy'), value: notice.answeredBy }]),
  ];
}
