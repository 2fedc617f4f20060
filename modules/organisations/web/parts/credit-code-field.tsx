import { findErrorPhrase } from '@dualtrack/locales/browser';
import { type FieldProps, type FormValues, TextField, useLanguage, usePhrases } from '@dualtrack/ui';
import { checkCreditCode, creditCheckDigit } from '../../import/credit-code.ts';

type CreditCodeFieldProps<Values extends FormValues> = Pick<FieldProps<Values, string>, 'form' | 'name'>;

/** A unified social credit code, judged while it is typed: how many characters are missing, and the check digit. */
export function CreditCodeField<Values extends FormValues>(props: CreditCodeFieldProps<Values>) {
  const t = usePhrases('organisations');
  return (
    <TextField
      form={props.form}
      name={props.name}
      label={t('profile.code')}
      hint={<CreditCodeCheck code={String(props.form.values[props.name] ?? '')} />}
      maxLength={18}
      isRequired
    />
  );
}

/** What the code itself says: well made, or where it is not. */
export function CreditCodeCheck(props: { readonly code: string }) {
  const t = usePhrases('organisations');
  const { catalogue } = useLanguage();
  const code = props.code.normalize('NFKC').trim().toUpperCase();
  const problem = checkCreditCode(code);
  const say = (text: string, isWrong: boolean) => (
    <span role="status" className={isWrong ? 'dt-error' : undefined}>
      {text}
    </span>
  );
  if (problem === undefined) return say(t('creditCode.right'), false);
  if (problem === 'length') return say(t('creditCode.length', { count: code.length }), false);
  if (problem === 'check-digit') {
    const expected = creditCheckDigit(code.slice(0, 17));
    return say(t('creditCode.expected', { expected, found: code.slice(17) }), true);
  }
  return say(findErrorPhrase(catalogue, `import.credit-code-${problem}`, { value: code }) ?? code, true);
}
