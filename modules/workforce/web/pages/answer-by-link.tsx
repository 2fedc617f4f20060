import {
  ErrorState,
  Logo,
  problemOf,
  problemSentence,
  sendJson,
  useLanguage,
  useNameOf,
  usePathParam,
  usePhrases,
  writeDay,
} from '@dualtrack/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { NoticeReply, NoticeView } from '../../contract.ts';
import { ReplyForm } from '../parts/reply-form.tsx';
import '../workforce.css';

type Shown = {
  notice: Omit<NoticeView, 'abilities'>;
  mayAnswer: boolean;
  programmes: { majorCode: string; name: string; nameEn: string }[];
};

/** Answers one published demand by its link, without an account; opening the page does nothing. */
export function AnswerByLink(props: { readonly languages: ReactNode }) {
  const t = usePhrases('workforce');
  const token = usePathParam('token');
  const { catalogue, locale } = useLanguage();
  const nameOf = useNameOf();
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isDone, setDone] = useState(false);
  const address = `/demand-answers/${encodeURIComponent(token)}` as const;
  const found = useQuery({
    queryKey: ['demand-answer', token],
    queryFn: () => sendJson<Shown>('GET', address),
    retry: false,
  });
  const reply = async (given: NoticeReply) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await sendJson('POST', address, { name, reply: given });
      setDone(true);
    } catch (error) {
      setProblem(problemSentence(catalogue, problemOf(error)));
    } finally {
      setBusy(false);
    }
  };
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    maximumFractionDigits: 0,
  });
  const notice = found.data?.notice;
  return (
    <main className="wf-open">
      <div className="wf-open-brand">
        <Logo size={28} />
        <span>{t('answer.title')}</span>
      </div>
      {isDone ? (
        <div role="status">
          <h1>{t('answer.done')}</h1>
          <p>{t('answer.doneNote')}</p>
        </div>
      ) : found.isError ? (
        <ErrorState error={found.error} />
      ) : notice === undefined ? null : (
        <>
          <h1>
            {nameOf({ name: notice.title, nameEn: notice.titleEn })} × {notice.people}
          </h1>
          <dl className="wf-open-facts">
            {[
              [t('order.enterprise'), nameOf({ name: notice.enterprise, nameEn: notice.enterpriseEn })],
              [t('board.place'), notice.place || '—'],
              [t('board.from'), notice.fromQuarter],
              [
                t('board.pay'),
                t('board.payRange', {
                  low: money.format(notice.payMin / 100),
                  high: money.format(notice.payMax / 100),
                }),
              ],
              [t('board.hazards'), notice.hazards.join(' · ') || t('order.none')],
              ...(notice.answerBy === null ? [] : [[t('board.answerBy'), writeDay(locale, notice.answerBy)]]),
              ...(notice.note === '' ? [] : [[t('board.noteField'), notice.note]]),
            ].map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {problem === undefined ? null : (
            <p className="dt-plain-problem" role="alert">
              {problem}
            </p>
          )}
          {found.data?.mayAnswer ? (
            <>
              <label className="wf-field">
                <span>{t('answer.yourName')}</span>
                <input
                  className="dt-input"
                  value={name}
                  maxLength={200}
                  autoComplete="name"
                  onChange={(event) => setName(event.target.value)}
                />
              </label>
              <ReplyForm
                people={notice.people}
                programmes={found.data.programmes}
                isBusy={isBusy}
                missing={name.trim() === '' ? t('answer.nameMissing') : undefined}
                onReply={(given) => void reply(given)}
              />
            </>
          ) : (
            <p role="status">{t('answer.over')}</p>
          )}
        </>
      )}
      {props.languages}
    </main>
  );
}
