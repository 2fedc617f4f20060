import type { Values } from './condition.ts';
import type { Claim, ReadTerms, Terms, TermsField } from './lint-terms.ts';

/** How a language says that something is not so. */
export interface Denials {
  /** Denies what comes after it, up to where a statement of its own begins. */
  readonly before: RegExp;
  /** Denies wherever it stands in the sentence, such as "is excluded". */
  readonly anywhere: RegExp;
  /** Words with which a statement of its own begins, over which an earlier denial does not reach. */
  readonly anew: RegExp;
  /** Where a sentence falls into parts, beside its commas: a look ahead, so that the word itself begins the part. */
  readonly joint: RegExp;
}

/** Words that state something, as facts of the pack. */
export interface Phrase {
  readonly words: RegExp;
  /** Sentences in which they mean something else. */
  readonly unless?: RegExp;
  /** What they state; the figure is what the first group of `words` found. Undefined: nothing that a rule asks for. */
  readonly states: (figure: number) => Values | undefined;
  /** What is taken to be so as long as nothing else is known. */
  readonly assumed?: Values;
}

/** What a field states, by its name in the product or by what people call it. */
export interface FieldPhrase {
  readonly names: readonly string[];
  readonly label?: RegExp;
  readonly states: (value: TermsField['value'], all: readonly TermsField[]) => Values | undefined;
  readonly assumed?: Values;
}

/** All that a reader of agreements in one language has to know: data, and nothing else. */
export interface PhraseBook {
  readonly denials: Denials;
  readonly phrases: readonly Phrase[];
  readonly fields?: readonly FieldPhrase[];
  /** Items that an agreement must have, with the words by which they are known. */
  readonly items?: {
    readonly fact: string;
    readonly words: Readonly<Record<string, RegExp>>;
    readonly assumed?: Values;
  };
}

/** An agreement with fewer items than this is written in another language, and says nothing about items. */
const FEWEST_ITEMS = 3;
const MOST_QUOTED = 200;

/** A reader of agreements in the language of a phrase book. It knows phrases, not meaning. */
export function phraseReader(book: PhraseBook): ReadTerms {
  return (terms) => [...fieldClaims(book, terms), ...wordClaims(book, terms), ...itemClaims(book, terms)];
}

function wordClaims({ denials, phrases }: PhraseBook, { sections }: Terms): Claim[] {
  return sections.flatMap(({ clause, texts }) =>
    texts.flatMap(sentencesOf).flatMap((sentence) =>
      phrases.flatMap(({ words, unless, states, assumed }): Claim[] => {
        const found = said(sentence, words, denials);
        if (found === undefined || unless?.test(sentence)) return [];
        const facts = states(numberOf(found));
        return facts === undefined ? [] : [{ clause, quote: sentence.slice(0, MOST_QUOTED), facts, assumed }];
      }),
    ),
  );
}

/** Sentences end before a capital letter only: "gem. § 17 Abs. 2" and "art. L124-6" do not end one. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/[;!?\n]|\.(?=\s+\p{Lu}|\s*$)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** The words in a sentence, if it states them and does not deny them. */
function said(sentence: string, words: RegExp, denials: Denials): RegExpExecArray | undefined {
  const found = words.exec(sentence);
  if (found === null) return undefined;
  const around = sentence.slice(0, found.index) + sentence.slice(found.index + found[0].length);
  if (denials.anywhere.test(around)) return undefined;
  return isDenied(sentence.slice(0, found.index), denials) ? undefined : found;
}

/** Whether a denial in what stands before still holds where the words begin. */
function isDenied(before: string, { before: denial, anew, joint }: Denials): boolean {
  let denied = false;
  for (const part of before.split(/,/u).flatMap((piece) => piece.split(joint))) {
    if (denial.test(part)) denied = true;
    else if (anew.test(part)) denied = false;
  }
  return denied;
}

const numberOf = (found: RegExpExecArray): number => {
  const figure = found.slice(1).find((one) => one !== undefined) ?? '';
  return Number(figure.replaceAll(/[.\s](?=\d{3}\b)/gu, '').replace(',', '.'));
};

function fieldClaims({ fields = [] }: PhraseBook, { fields: typed = [] }: Terms): Claim[] {
  return typed.flatMap((field) =>
    fields.flatMap(({ names, label, states, assumed }): Claim[] => {
      const isMeant = names.includes(field.name) || field.labels.some((one) => label?.test(one));
      const facts = isMeant ? states(field.value, typed) : undefined;
      return facts === undefined ? [] : [{ clause: field.clause, quote: '', field, facts, assumed }];
    }),
  );
}

function itemClaims({ items }: PhraseBook, { kind, sections }: Terms): Claim[] {
  if (items === undefined || kind !== 'tripartite') return [];
  const whole = sections.flatMap(({ title, texts }) => [title, ...texts]).join('\n');
  const found = Object.entries(items.words).flatMap(([item, words]) => (words.test(whole) ? [item] : []));
  if (found.length < FEWEST_ITEMS) return [];
  return [{ clause: null, quote: '', facts: { [items.fact]: found }, assumed: items.assumed }];
}
