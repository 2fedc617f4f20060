import { Moment, Panel, usePhrases } from '@dualtrack/ui';
import type { ChallengeDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { QuickForm } from './quick-form.tsx';

/** Questions and answers; everybody who may read the details reads them. */
export function QuestionsPanel({ challenge }: { readonly challenge: ChallengeDetail }) {
  const t = usePhrases('innovation');
  const { id, questions, abilities, needsNda } = challenge;
  return (
    <Panel title={t('questions.title')} count={questions.length}>
      {questions.length === 0 ? (
        <p className="dt-quiet">{t(needsNda ? 'questions.afterNda' : 'questions.none')}</p>
      ) : null}
      <ul className="in-list">
        {questions.map((one) => (
          <li key={one.id}>
            <div className="in-wide">
              <div className="in-name">{one.question}</div>
              <div className="dt-small dt-quiet">
                {one.askedBy} · <Moment instant={one.askedAt} />
              </div>
              {one.answer === '' ? (
                <p className="dt-quiet">{t('questions.open')}</p>
              ) : (
                <p className="in-prose">
                  {one.answer} <span className="dt-small dt-quiet">{one.answeredBy}</span>
                </p>
              )}
              {abilities.answer === null ? (
                <QuickForm
                  name={`innovation.answer.${one.id}`}
                  foldedLabel={t(one.answer === '' ? 'questions.answer' : 'questions.answerAnew')}
                  fields={[
                    { name: 'answer', kind: 'text', label: t('questions.theAnswer'), initial: one.answer },
                  ]}
                  write={api.challenges.answer}
                  toInput={({ answer }) => ({ challengeId: id, questionId: one.id, answer: answer ?? '' })}
                  submitLabel={t('form.save')}
                />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {abilities.ask === null && !needsNda ? (
        <QuickForm
          name={`innovation.ask.${id}`}
          foldedLabel={t('questions.ask')}
          fields={[{ name: 'question', kind: 'text', label: t('questions.theQuestion'), maxLength: 1_000 }]}
          write={api.challenges.ask}
          toInput={({ question }) => ({ challengeId: id, question: question ?? '' })}
          submitLabel={t('questions.ask')}
        />
      ) : null}
    </Panel>
  );
}
