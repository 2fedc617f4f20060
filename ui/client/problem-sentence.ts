import { type Catalogue, findErrorPhrase } from '@dualtrack/locales/browser';
import type { FieldProblem, Problem } from './problem.ts';

/** What a problem says to a person: our phrase for its code, else the server's own sentence, else a general one. */
export function problemSentence(catalogue: Catalogue, problem: Problem): string {
  const own = findErrorPhrase(catalogue, problem.code, problem.params);
  if (own !== undefined && problem.code !== 'defect.internal') return own;
  if (problem.status < 500 && problem.title !== '') return problem.title;
  return own ?? catalogue.phrases.ui['error.unexpected'];
}

/** What is wrong with one field, in words. */
export function fieldSentence(catalogue: Catalogue, problem: FieldProblem): string {
  return findErrorPhrase(catalogue, problem.code, problem.params) ?? catalogue.phrases.errors['input.custom'];
}
