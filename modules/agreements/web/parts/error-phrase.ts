import { type Problem, problemSentence, type useLanguage } from '@dualtrack/ui/plain';

type Catalogue = ReturnType<typeof useLanguage>['catalogue'];

/** The sentence of a refusal's code as the server would answer it. */
export function findErrorPhraseOf(
  catalogue: Catalogue,
  code: string,
  params: Problem['params'] = {},
): string {
  const problem: Problem = { status: 409, code, title: code, params, errors: [] };
  return problemSentence(catalogue, problem);
}
