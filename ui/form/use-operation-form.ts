import { useMemo, useRef, useState } from 'react';
import { type Problem, problemOf } from '../client/problem.ts';
import { fieldSentence, problemSentence } from '../client/problem-sentence.ts';
import type { Procedure } from '../client/use-operation.ts';
import { useWrite } from '../client/use-write.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { FieldValue, FormValues } from './draft.ts';
import { splitErrors } from './field-errors.ts';
import { useDraft } from './use-draft.ts';

/** What a form is made of. */
export type OperationFormOptions<Values extends FormValues, Input, Output> = {
  /** The draft's name: `'agreements.create'`, or with an id for the form of one thing. */
  readonly name: string;
  readonly initial: Values;
  readonly write: Procedure<Input, Output>;
  readonly toInput: (values: Values) => Input;
  /** Where a field stands in the input when that is not `/<field name>`. */
  readonly pointers?: Partial<Record<keyof Values & string, string>>;
  /** Sentences for fields that can be judged before sending; an empty object lets the form go. */
  readonly check?: (values: Values) => Partial<Record<keyof Values & string, string>>;
  readonly invalidates?: readonly string[];
  readonly done?: string;
  readonly onDone?: (output: Output) => void;
  /** False for passwords and the like. */
  readonly keepsDraft?: boolean;
};

/** A form at work; handed to `OperationForm` and to each field. */
export type OperationFormState<Values extends FormValues> = {
  readonly values: Values;
  readonly change: (some: Partial<Values>) => void;
  readonly errorOf: (name: keyof Values & string) => string | undefined;
  readonly errorCount: number;
  /** The sentence above the form: what the whole refusal says, and errors that belong to no field. */
  readonly summary: readonly string[];
  readonly incident: string | undefined;
  readonly isBusy: boolean;
  readonly submit: () => void;
  readonly draftAt: string | undefined;
  readonly discardDraft: () => void;
};

function pointersOf(
  values: FormValues,
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, own[name] ?? `/${name}`]));
}

/**
 * A form over one write operation: values, a draft that survives a closed tab, errors put to their fields by the JSON
 * pointers of the problem document, one sending at a time. A field's error goes away when the field is changed.
 */
export function useOperationForm<Values extends FormValues, Input, Output>(
  options: OperationFormOptions<Values, Input, Output>,
): OperationFormState<Values> {
  const { initial, write, toInput, check, pointers = {} } = options;
  const { catalogue } = useLanguage();
  const draft = useDraft(options.name, initial, options.keepsDraft ?? true);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const [own, setOwn] = useState<Readonly<Record<string, FieldValue | undefined>>>({});
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const isSending = useRef(false);
  const sending = useWrite(write, {
    ...(options.invalidates === undefined ? {} : { invalidates: options.invalidates }),
    ...(options.done === undefined ? {} : { done: options.done }),
    showsProblems: true,
    onDone: (output) => {
      draft.forget();
      options.onDone?.(output);
    },
  });
  const { byField, others } = useMemo(
    () => splitErrors(problem?.errors ?? [], pointersOf(initial, { ...pointers })),
    [problem, initial, pointers],
  );
  const errorOf = (name: string): string | undefined => {
    if (changed.has(name)) return undefined;
    const local = own[name];
    if (typeof local === 'string') return local;
    const found = byField.get(name);
    return found === undefined ? undefined : fieldSentence(catalogue, found);
  };
  const submit = async () => {
    if (isSending.current) return;
    const noNumbers = Object.entries(draft.values).filter(([, value]) => Number.isNaN(value));
    const found: Readonly<Record<string, string | undefined>> = {
      ...check?.(draft.values),
      ...Object.fromEntries(noNumbers.map(([name]) => [name, catalogue.phrases.ui['amount.number']])),
    };
    setOwn({ ...found });
    setChanged(new Set());
    setProblem(undefined);
    if (Object.values(found).some((sentence) => sentence !== undefined)) return;
    isSending.current = true;
    try {
      await sending.mutateAsync(toInput(draft.values));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      isSending.current = false;
    }
  };
  const summary = problem === undefined ? [] : [problemSentence(catalogue, problem)];
  return {
    values: draft.values,
    change: (some) => {
      draft.change(some);
      setChanged((before) => new Set([...before, ...Object.keys(some)]));
    },
    errorOf,
    errorCount: Object.keys(initial).filter((name) => errorOf(name) !== undefined).length,
    summary: [
      ...summary,
      ...others.map((error) => `${error.pointer} ${fieldSentence(catalogue, error)}`.trim()),
    ],
    incident: problem?.incident,
    isBusy: sending.isPending,
    submit: () => void submit(),
    draftAt: draft.draftAt,
    discardDraft: () => {
      draft.forget();
      draft.setValues(initial);
    },
  };
}
