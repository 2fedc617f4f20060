import { usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import type { Question } from '../../induction-contract.ts';
import { bases } from '../client.ts';

type Exam = { guide: string; guideEn: string; passMark: number; questions: Question[] };
const empty: Exam = { guide: '', guideEn: '', passMark: 80, questions: [] };
const blank = { text: '', textEn: '' };

function newQuestion(known: readonly Question[]): Question {
  const numbers = known.map((one) => Number(one.id.slice(1))).filter(Number.isInteger);
  return { id: `q${Math.max(0, ...numbers) + 1}`, ...blank, choices: [blank, blank], answer: 0 };
}

/** Changes guide, pass mark and questions of a unit's exam. */
export function InductionEditor(props: {
  readonly baseId: string;
  readonly unitId: string;
  readonly exam: Exam | undefined;
  readonly onClose: () => void;
}) {
  const t = usePhrases('training-bases');
  const { guide, guideEn, passMark, questions } = props.exam ?? empty;
  const [draft, setDraft] = useState<Exam>({ guide, guideEn, passMark, questions });
  const save = useWrite(bases.induction.set, {
    invalidates: ['training-bases'],
    done: t('induction.saved'),
    onDone: props.onClose,
  });
  const change = (at: number, some: Partial<Question>) =>
    setDraft({
      ...draft,
      questions: draft.questions.map((one, index) => (index === at ? { ...one, ...some } : one)),
    });
  const isWhole = draft.questions.every(
    (one) => one.text.trim() !== '' && one.choices.every((choice) => choice.text.trim() !== ''),
  );
  return (
    <div className="tb-editor tb-wide">
      <Input.TextArea
        aria-label={t('induction.guide')}
        placeholder={t('induction.guide')}
        autoSize={{ minRows: 2 }}
        maxLength={4_000}
        value={draft.guide}
        onChange={(event) => setDraft({ ...draft, guide: event.target.value })}
      />
      <Input.TextArea
        aria-label={t('induction.guideEn')}
        placeholder={t('induction.guideEn')}
        autoSize={{ minRows: 2 }}
        maxLength={4_000}
        value={draft.guideEn}
        onChange={(event) => setDraft({ ...draft, guideEn: event.target.value })}
      />
      <div className="tb-row">
        <span>{t('induction.mark')}</span>
        <InputNumber
          aria-label={t('induction.mark')}
          min={1}
          max={100}
          precision={0}
          suffix="%"
          value={draft.passMark}
          onChange={(value) => setDraft({ ...draft, passMark: value ?? draft.passMark })}
        />
      </div>
      {draft.questions.map((one, at) => (
        <QuestionFields
          key={one.id}
          number={at + 1}
          question={one}
          onChange={(some) => change(at, some)}
          onRemove={() => setDraft({ ...draft, questions: draft.questions.filter((other) => other !== one) })}
        />
      ))}
      <div className="tb-row">
        <Button
          onClick={() =>
            setDraft({ ...draft, questions: [...draft.questions, newQuestion(draft.questions)] })
          }
        >
          {t('induction.addQuestion')}
        </Button>
        <Button
          type="primary"
          disabled={!isWhole}
          loading={save.isPending}
          onClick={() => save.mutate({ baseId: props.baseId, unitId: props.unitId, ...draft })}
        >
          {t('induction.save')}
        </Button>
        <Button type="text" onClick={props.onClose}>
          {t('units.cancel')}
        </Button>
      </div>
    </div>
  );
}

function QuestionFields(props: {
  readonly number: number;
  readonly question: Question;
  readonly onChange: (some: Partial<Question>) => void;
  readonly onRemove: () => void;
}) {
  const { number, question, onChange } = props;
  const t = usePhrases('training-bases');
  return (
    <fieldset className="tb-question">
      <legend>{t('induction.question', { number })}</legend>
      <Input
        aria-label={t('induction.question', { number })}
        placeholder={t('induction.question', { number })}
        maxLength={500}
        value={question.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Input
        aria-label={t('induction.questionEn')}
        placeholder={t('induction.questionEn')}
        maxLength={500}
        value={question.textEn}
        onChange={(event) => onChange({ textEn: event.target.value })}
      />
      <Radio.Group
        className="tb-choices"
        value={question.answer}
        onChange={(event) => onChange({ answer: Number(event.target.value) })}
      >
        {question.choices.map((choice, at) => (
          // Choices have no names of their own; they keep their place.
          <div key={at} className="tb-row tb-tight">
            <Radio value={at} aria-label={t('induction.isRight', { number: at + 1 })} />
            <Input
              aria-label={t('induction.choice', { number: at + 1 })}
              placeholder={t('induction.choice', { number: at + 1 })}
              className="tb-note"
              maxLength={500}
              value={choice.text}
              onChange={(event) =>
                onChange({
                  choices: question.choices.map((other, index) =>
                    index === at ? { ...other, text: event.target.value } : other,
                  ),
                })
              }
            />
          </div>
        ))}
      </Radio.Group>
      <div className="tb-row">
        <Button
          size="small"
          disabled={question.choices.length >= 8}
          onClick={() => onChange({ choices: [...question.choices, blank] })}
        >
          {t('induction.addChoice')}
        </Button>
        <Button size="small" type="text" onClick={props.onRemove}>
          {t('induction.removeQuestion')}
        </Button>
      </div>
    </fieldset>
  );
}
