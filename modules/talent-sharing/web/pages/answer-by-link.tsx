import {
  EmptyState,
  ErrorState,
  fieldSentence,
  Logo,
  problemOf,
  problemSentence,
  sendJson,
  useLanguage,
  useNameOf,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui/plain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type * as z from 'zod';
import type { answerView } from '../../contract/sessions.ts';
import '../answer.css';

type Asked = z.infer<typeof answerView>;

/** A question for an expert by the link of a mail: two buttons, no account. */
export function AnswerByLink(props: { readonly languages: ReactNode }) {
  const token = usePathParam('token');
  const t = usePhrases('talent-sharing');
  const found = useQuery({
    queryKey: ['talent-answer', token],
    queryFn: () => sendJson<Asked>('GET', `/talent-answers/${encodeURIComponent(token)}`),
    retry: false,
  });
  const problem = found.isError ? problemOf(found.error) : null;
  return (
    <main className="ta-page">
      <p className="ta-brand">
        <Logo size={28} />
      </p>
      {problem?.status === 404 ? <EmptyState title={t('answer.gone')} /> : null}
      {problem !== null && problem.status !== 404 ? <ErrorState error={found.error} /> : null}
      {found.data === undefined ? null : <Question asked={found.data} token={token} />}
      {props.languages}
    </main>
  );
}

function Question(props: { readonly asked: Asked; readonly token: string }) {
  const { asked, token } = props;
  const t = usePhrases('talent-sharing');
  const nameOf = useNameOf();
  const queries = useQueryClient();
  const { locale, catalogue } = useLanguage();
  const booking = usePhrases('talent-booking');
  const [reason, setReason] = useState('');
  const [cover, setCover] = useState('');
  const answer = useMutation({
    mutationFn: (accept: boolean) =>
      sendJson<Asked>('POST', `/talent-answers/${encodeURIComponent(token)}`, {
        ...{ accept, reason },
        cover: accept ? cover : '',
      }),
    onSuccess: (after) => queries.setQueryData(['talent-answer', token], after),
  });
  const from =
    asked.forSide === 'school'
      ? nameOf({ name: asked.school, nameEn: asked.schoolEn })
      : nameOf({ name: asked.enterprise, nameEn: asked.enterpriseEn });
  const when = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    ...(asked.zone === '' ? {} : { timeZone: asked.zone }),
  });
  const problem = answer.isError ? problemOf(answer.error) : null;
  const needsCover = problem?.code === 'expert.on-rotation';
  const isOpen = asked.state === 'asked' && asked.answer === 'waiting';
  return (
    <>
      <h1>{t('answer.title')}</h1>
      <p>{t('answer.intro', { name: asked.expert, from })}</p>
      <dl className="ta-facts">
        <dt>{t('title')}</dt>
        <dd>
          <strong>{asked.title}</strong> · {t(`form.${asked.form}`)}
        </dd>
        <dt>{t('session.when')}</dt>
        <dd>
          {when.format(new Date(asked.startsAt))}
          {asked.zone === '' ? '' : ` (${asked.zone})`}
        </dd>
        {asked.place === '' ? null : (
          <>
            <dt>{t('place')}</dt>
            <dd>{asked.place}</dd>
          </>
        )}
        <dt>{t('session.askedBy')}</dt>
        <dd>{asked.asker}</dd>
      </dl>
      {asked.message === '' ? null : <p className="ta-message">{asked.message}</p>}
      {isOpen ? (
        <>
          <label className="ta-reason">
            {t('answer.reason')}
            <input
              className="dt-input"
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          {problem === null ? null : (
            <p className="dt-error" role="alert">
              {problemSentence(catalogue, problem)}
              {(problem.errors ?? []).map((one) => ` ${fieldSentence(catalogue, one)}`)}
            </p>
          )}
          {needsCover || cover !== '' ? (
            <label className="ta-reason">
              {booking('cover.label')}
              <input
                className="dt-input"
                value={cover}
                maxLength={100}
                onChange={(event) => setCover(event.target.value)}
              />
            </label>
          ) : null}
          <div className="ta-buttons">
            <button
              type="button"
              className="dt-button"
              disabled={answer.isPending}
              onClick={() => answer.mutate(false)}
            >
              {t('answer.no')}
            </button>
            <button
              type="button"
              className="dt-button dt-button-primary"
              disabled={answer.isPending}
              onClick={() => answer.mutate(true)}
            >
              {t('answer.yes')}
            </button>
          </div>
        </>
      ) : (
        <p role="status">
          {asked.answer === 'waiting' ? t('answer.gone') : t(`answer.done.${asked.answer}`)}
        </p>
      )}
    </>
  );
}
