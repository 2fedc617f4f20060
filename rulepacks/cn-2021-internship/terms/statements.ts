/** A stretch of text in which somebody states one thing: where a "no" said before it still counts, `negated` is set. */
export interface Statement {
  readonly text: string;
  readonly negated: boolean;
  /** The whole sentence, for whoever reads the finding. */
  readonly sentence: string;
}

const NEGATION =
  /不得|不向|不收|不以|不要求|不安排|不从事|不允许|不能|不再|不会|不予|禁止|严禁|无需|无须|没有|均无|免收|未经|勿|\b(?:no|not|never|nor|neither|without|none|nothing|nobody|cannot|excluded|forbidden|prohibited|free of)\b/iu;
/** Denies whatever it is said of, before it or behind it. */
const BAN = /禁止|严禁|不允许|免收|\b(?:excluded|forbidden|prohibited)\b/iu;
/** Words that begin a statement of their own, over which an earlier "no" does not reach. */
const ACT = /收取|缴纳|交纳|交付|支付|扣押|扣留|扣除|代管|保管|赔偿|安排|要求/u;
const CONTRAST =
  /^(?:但|并|且|同时|而)|^(?:but|however|(?:and )?(?:the )?(?:party|school|host|student|enterprise)\b)/iu;

/** The statements of a text, sentence by sentence and comma by comma. */
export function statementsOf(text: string): Statement[] {
  return text
    .split(/[。；;\n！!]|\.(?=\s|$)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap(ofSentence);
}

function ofSentence(sentence: string): Statement[] {
  let negated = false;
  return sentence.split(/[，,]/u).map((part) => {
    const text = part.trim();
    if (NEGATION.test(text)) negated = true;
    // "不得扣押证件，并收取保证金": the second half is a statement of its own.
    else if (CONTRAST.test(text) || (ACT.test(text) && !/^(?:或|及|和|以及)/u.test(text))) negated = false;
    return { text, negated, sentence };
  });
}

/** Whether a statement says what the pattern names, and not that it is not so. */
export function says({ text, negated }: Statement, pattern: RegExp): boolean {
  const found = pattern.exec(text);
  if (found === null) return false;
  if (!negated) return true;
  if (BAN.test(text)) return false;
  // What is denied after the thing, such as "押金不予退还", does not deny the thing.
  const denial = NEGATION.exec(text);
  return denial !== null && denial.index >= found.index + found[0].length;
}
