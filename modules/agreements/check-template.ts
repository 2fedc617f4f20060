import {
  type Condition,
  type Flaw,
  type FlawCode,
  type Language,
  type Marks,
  type ParsedTemplate,
  type Piece,
  type Place,
  parseTemplate,
  type TemplateLine,
} from './template-language.ts';
import {
  findVariable,
  knownVariables,
  type TemplateColumn,
  type TemplateKind,
  type TemplateVariable,
} from './template-variables.ts';

/** A template as it is kept: both texts, and the variables that are asked for when an agreement is made from it. */
export type TemplateText = {
  kind: TemplateKind;
  body: string;
  bodyEn: string;
  variables: readonly TemplateVariable[];
};

type Report = (code: FlawCode, at: Place, name: string) => void;

/** What the kind fills by itself and what the template asks for. */
export function variablesOf(template: Pick<TemplateText, 'kind' | 'variables'>): TemplateVariable[] {
  return [...knownVariables(template.kind), ...template.variables];
}

function checkCondition(condition: Condition, variables: readonly TemplateVariable[], report: Report): void {
  const { variable, comparison, at } = condition;
  const found = findVariable(variables, variable);
  if (found === undefined) {
    report('template.unknown-variable', at, variable);
  } else if (comparison !== null) {
    const isNumber = found.kind === 'count' || found.kind === 'money' || found.kind === 'share';
    const isOrder = comparison.operator !== '=' && comparison.operator !== '!=';
    const isFit =
      found.kind !== 'rows' && (typeof comparison.to === 'number') === isNumber && (isNumber || !isOrder);
    if (!isFit) report('template.wrong-comparison', at, variable);
  }
}

type Scope = {
  variables: readonly TemplateVariable[];
  columns: readonly TemplateColumn[];
  guards: Set<string>;
};

function checkPiece(piece: Piece, scope: Scope, report: Report): void {
  if ('text' in piece) return;
  const { variable, at } = piece;
  if (findVariable(scope.columns, variable) !== undefined) return;
  const found = findVariable(scope.variables, variable);
  if (found === undefined) report('template.unknown-variable', at, variable);
  else if (found.kind === 'rows') report('template.rows-unrepeated', at, variable);
  else if (found.isOptional && !scope.guards.has(found.name))
    report('template.unguarded-variable', at, variable);
}

/** Names that are certainly known where a line stands. */
function guardsOf(marks: readonly Marks[], variables: readonly TemplateVariable[]): Set<string> {
  const positive = marks.flatMap((one) => one.conditions.filter((condition) => !condition.isNegated));
  return new Set(positive.map((one) => findVariable(variables, one.variable)?.name ?? one.variable));
}

function checkLine(
  line: TemplateLine,
  above: readonly Marks[],
  variables: readonly TemplateVariable[],
  report: Report,
): void {
  for (const condition of line.conditions) checkCondition(condition, variables, report);
  let columns: readonly TemplateColumn[] = [];
  if (line.each !== null) {
    const rows = findVariable(variables, line.each.variable);
    if (rows === undefined) report('template.unknown-variable', line.each.at, line.each.variable);
    else if (rows.kind !== 'rows') report('template.not-rows', line.each.at, line.each.variable);
    else columns = rows.columns;
  }
  const scope = { variables, columns, guards: guardsOf([...above, line], variables) };
  for (const piece of line.pieces) checkPiece(piece, scope, report);
}

/** Marks with variables by their first name, so that both languages may use the names they like. */
function plainMarks({ conditions, each }: Marks, variables: readonly TemplateVariable[]): string {
  const plain = (name: string) => findVariable(variables, name)?.name ?? name;
  const said = conditions.map((one) => [plain(one.variable), one.isNegated, one.comparison]);
  return JSON.stringify([said, each === null ? null : plain(each.variable)]);
}

function checkPairs(
  zh: ParsedTemplate,
  en: ParsedTemplate,
  variables: readonly TemplateVariable[],
  report: (language: Language) => Report,
): void {
  const differ = (language: Language, at: Place, name: string) =>
    report(language)('template.languages-differ', at, name);
  const isPaired = (left: Marks, right: Marks) =>
    plainMarks(left, variables) === plainMarks(right, variables);
  for (const [index, clause] of zh.clauses.entries()) {
    const other = en.clauses[index];
    if (other?.clause !== clause.clause || other.owner !== clause.owner || !isPaired(clause, other)) {
      differ('zh', clause.at, clause.clause);
      if (other !== undefined) differ('en', other.at, other.clause);
      // What follows would differ only because this does.
      return;
    }
    for (let line = 0; line < Math.max(clause.lines.length, other.lines.length); line += 1) {
      const [left, right] = [clause.lines[line], other.lines[line]];
      if (left !== undefined && right !== undefined && isPaired(left, right)) continue;
      if (left !== undefined) differ('zh', left.at, clause.clause);
      if (right !== undefined) differ('en', right.at, clause.clause);
      break;
    }
  }
  for (const extra of en.clauses.slice(zh.clauses.length)) differ('en', extra.at, extra.clause);
}

const nameForm = /^[a-z][A-Za-z0-9]{0,39}$/;
const labelForm = /^[\p{L}_][\p{L}\p{N}_]{0,39}$/u;

function checkNames(template: TemplateText, report: Report): void {
  const head = { line: 1, column: 1, length: 1 };
  const taken = new Set(knownVariables(template.kind).flatMap((one) => [one.name, one.zh]));
  const check = (one: { name: string; zh: string; en: string }, names: Set<string>) => {
    const isWell = nameForm.test(one.name) && labelForm.test(one.zh) && one.en.trim() !== '';
    if (!isWell) report('template.bad-name', head, one.name || one.zh);
    else if (names.has(one.name) || names.has(one.zh)) report('template.name-taken', head, one.zh);
    for (const each of [one.name, one.zh]) names.add(each);
  };
  for (const variable of template.variables) {
    check(variable, taken);
    if ((variable.kind === 'rows') !== variable.columns.length > 0) {
      report('template.columns-missing', head, variable.zh);
    }
    const columns = new Set<string>();
    for (const column of variable.columns) check(column, columns);
  }
}

/**
 * Everything that is wrong with a template, by language, line and column. A template without flaws can be filled
 * from any values of its variables.
 */
export function checkTemplate(template: TemplateText): Flaw[] {
  const variables = variablesOf(template);
  const texts = { zh: parseTemplate(template.body, 'zh'), en: parseTemplate(template.bodyEn, 'en') };
  const flaws: Flaw[] = [...texts.zh.flaws, ...texts.en.flaws];
  const report =
    (language: Language): Report =>
    (code, at, name) => {
      flaws.push({ ...at, language, code, name });
    };
  checkNames(template, report('zh'));
  for (const language of ['zh', 'en'] as const) {
    for (const clause of texts[language].clauses) {
      checkLine(clause, [], variables, report(language));
      for (const line of clause.lines) checkLine(line, [clause], variables, report(language));
    }
  }
  checkPairs(texts.zh, texts.en, variables, report);
  return flaws.sort(
    (left, right) =>
      right.language.localeCompare(left.language) || left.line - right.line || left.column - right.column,
  );
}
