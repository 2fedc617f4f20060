import * as z from 'zod';
import {
  type PaperLanguages,
  type PrintableText,
  paperLanguages,
  plainText,
  printableDay,
  printablePerson,
  printableText,
} from './printable-text.ts';

const part = z.number().min(0).max(1);
/** A person's hand on a pad three times as wide as high, from its upper left corner; or the name typed. */
const handwriting = z.union([
  z.strictObject({ strokes: z.array(z.array(z.tuple([part, part])).min(1)).min(1) }),
  z.strictObject({ typed: plainText }),
]);

/** By which somebody signs for another person. */
const mandate = z.strictObject({ for: printableText, scope: printableText, until: printableDay });

/** Somebody beyond the two signatories whose signature the paper carries. */
const otherSigner = z.strictObject({
  side: z.enum(['school', 'enterprise', 'third']),
  role: z.enum(['signer', 'approver', 'witness', 'delegate']),
  person: printablePerson,
  organisation: printableText.optional(),
  handwriting: handwriting.optional(),
  mandate: mandate.optional(),
});

/** A picture of a seal: bytes of a PNG. `acrossPages` also in slices along the edge of all pages. */
const seal = z.strictObject({
  side: z.enum(['school', 'enterprise']),
  png: z.array(z.int().min(0).max(255)).min(8).max(400_000),
  acrossPages: z.boolean(),
});

/** One party. The first of an agreement is 甲方 (Party A), the second 乙方 (Party B), whichever side they are. */
const party = z.strictObject({
  side: z.enum(['school', 'enterprise']),
  name: printableText,
  /** Unified social credit code; its check digit is the business of whoever keeps organisations. */
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NP-RTUW-Y]{18}$/)
    .optional(),
  address: printableText.optional(),
  legalRepresentative: printablePerson.optional(),
  signatory: printablePerson,
  handwriting: handwriting.optional(),
  mandate: mandate.optional(),
  contact: plainText.optional(),
});

/** Money in minor units of an ISO 4217 currency; `toMinor` makes it a range. */
const monthlyPay = z.strictObject({
  fromMinor: z.int().nonnegative(),
  toMinor: z.int().nonnegative().optional(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

const orderLine = z.strictObject({
  programme: printableText,
  programmeCode: z.string().regex(/^[0-9]{4,6}[A-Z]?$/),
  className: printableText,
  seats: z.int().positive(),
  posts: z.array(printableText).min(1),
  monthlyPay: monthlyPay.optional(),
});

const paragraph = z.strictObject({
  zh: plainText.optional(),
  en: plainText.optional(),
  /** Sub-items, printed （1）（2） and (a) (b). */
  items: z.array(printableText).optional(),
});

const clause = z.strictObject({
  title: printableText,
  paragraphs: z.array(paragraph).min(1),
  /** The order lines are printed under this clause; without any such clause, after the last. */
  orderTable: z.boolean().optional(),
});

const shape = z.strictObject({
  languages: paperLanguages,
  title: printableText,
  /** The agreement's number, on every page. */
  number: plainText,
  parties: z.tuple([party, party]),
  preamble: z.array(printableText).optional(),
  clauses: z.array(clause).min(1),
  orderLines: z.array(orderLine).optional(),
  annexes: z.array(printableText).optional(),
  signing: z.strictObject({
    /** `ink` draws lines for signature and date, `electronic` a caption that points to the attached signatures. */
    mode: z.enum(['electronic', 'ink']),
    place: printableText.optional(),
    on: printableDay.optional(),
  }),
  seals: z.array(seal).max(2).optional(),
  others: z.array(otherSigner).max(30).optional(),
  /** SHA-256 of the agreed text in lower-case hexadecimal, printed whole on the signature page. */
  textDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Marks every page as an invented example. */
  illustrative: z.boolean().optional(),
});

type Place = (string | number)[];
type Spoken = { place: Place; words: PrintableText };

/** Every text that must exist in each language of the paper; names of persons and posts may lack one. */
function spokenTexts(data: z.infer<typeof shape>): Spoken[] {
  const found: Spoken[] = [{ place: ['title'], words: data.title }];
  for (const [i, words] of data.preamble?.entries() ?? []) found.push({ place: ['preamble', i], words });
  for (const [i, words] of data.annexes?.entries() ?? []) found.push({ place: ['annexes', i], words });
  for (const [i, each] of data.clauses.entries()) {
    found.push({ place: ['clauses', i, 'title'], words: each.title });
    for (const [k, words] of each.paragraphs.entries()) {
      const place = ['clauses', i, 'paragraphs', k];
      found.push({ place, words });
      for (const [j, item] of words.items?.entries() ?? [])
        found.push({ place: [...place, 'items', j], words: item });
    }
  }
  return found;
}

function missingLanguages(words: PrintableText, languages: PaperLanguages): ('zh' | 'en')[] {
  const needed = { zh: ['zh'], en: ['en'], 'zh-en': ['zh', 'en'] } as const;
  return needed[languages].filter((language) => words[language] === undefined);
}

/** What `agreement.typ` prints. Text stands in every language the paper speaks. */
export const agreementPdfData = shape.superRefine((data, context) => {
  for (const { place, words } of spokenTexts(data))
    for (const language of missingLanguages(words, data.languages))
      context.addIssue({ code: 'custom', path: [...place, language], message: `text in "${language}"` });
  if (data.parties[0].side === data.parties[1].side)
    context.addIssue({
      code: 'custom',
      path: ['parties', 1, 'side'],
      message: 'one school and one enterprise',
    });
  data.orderLines?.forEach((line, i) => {
    const { fromMinor, toMinor } = line.monthlyPay ?? {};
    if (fromMinor !== undefined && toMinor !== undefined && toMinor < fromMinor)
      context.addIssue({
        code: 'custom',
        path: ['orderLines', i, 'monthlyPay', 'toMinor'],
        message: `at least ${fromMinor}`,
      });
  });
});
export type AgreementPdfData = z.infer<typeof agreementPdfData>;
