import { pack as cn2021 } from '@dualtrack/cn-2021-internship';
import { layers as cnLayers } from '@dualtrack/cn-2021-internship/layers';
import { readTerms as readChinese } from '@dualtrack/cn-2021-internship/terms';
import { pack as deDual } from '@dualtrack/de-dual-training';
import { fromRecorded as ofGermanTrainee } from '@dualtrack/de-dual-training/recorded';
import { readTerms as readGerman } from '@dualtrack/de-dual-training/terms';
import { pack as frStage } from '@dualtrack/fr-stage';
import { fromRecorded as ofFrenchIntern } from '@dualtrack/fr-stage/recorded';
import { readTerms as readFrench } from '@dualtrack/fr-stage/terms';
import {
  type FromRecorded,
  joinPacks,
  type Pack,
  type PackCases,
  type ReadTerms,
  type RuleText,
} from '@dualtrack/rules';

/** A pack that ships with the product; its cases are fetched only by who tries it. */
export type ShippedPack = { readonly pack: Pack; readonly cases: () => Promise<PackCases> };

/** What holds for a placement in one country: its pack with the layers over it, also as one. */
export type Law = {
  /** ISO 3166-1 code of the country; a setting of each placement. */
  readonly jurisdiction: string;
  readonly packs: readonly ShippedPack[];
  readonly joined: Pack;
  /** Facts in the pack's names, read off what the product records under names of its own. */
  readonly fromRecorded?: FromRecorded;
  /** Reads the words of an agreement for what these rules look for; only where somebody has taught it to. */
  readonly readTerms?: ReadTerms;
};

const law = (jurisdiction: string, first: ShippedPack, ...layers: ShippedPack[]): Law => ({
  jurisdiction,
  packs: [first, ...layers],
  joined: joinPacks([first.pack, ...layers.map((one) => one.pack)]),
});

/** The law that the product knows, by country. The one place that names rule packs. */
export const laws: readonly [Law, ...Law[]] = [
  {
    ...law(
      'CN',
      {
        pack: cn2021,
        cases: async () => (await import('@dualtrack/cn-2021-internship/cases')).packCases,
      },
      {
        pack: cnLayers,
        cases: async () => (await import('@dualtrack/cn-2021-internship/layers/cases')).layerCases,
      },
    ),
    readTerms: readChinese,
  },
  {
    ...law('DE', {
      pack: deDual,
      cases: async () => (await import('@dualtrack/de-dual-training/cases')).packCases,
    }),
    readTerms: readGerman,
    fromRecorded: ofGermanTrainee,
  },
  {
    ...law('FR', { pack: frStage, cases: async () => (await import('@dualtrack/fr-stage/cases')).packCases }),
    readTerms: readFrench,
    fromRecorded: ofFrenchIntern,
  },
];

/** The country whose law holds where nobody has chosen another. */
export const homeJurisdiction = laws[0].jurisdiction;

/** The law of a country, if the product knows it. */
export function lawOf(jurisdiction: string): Law | undefined {
  return laws.find((one) => one.jurisdiction === jurisdiction);
}

/** What a law's joined pack reads off recorded facts that have other names. */
export function fromRecorded(joined: Pack, recorded: Readonly<Record<string, unknown>>) {
  return laws.find((one) => one.joined === joined)?.fromRecorded?.(recorded) ?? {};
}

/** A rule's own pack and country. Ids are unique over all packs (a test holds that). */
export function packOfRule(id: string): { readonly law: Law; readonly pack: Pack } | undefined {
  return byRule.get(id);
}

/** What a reader is told about each rule of all packs, by its id. */
export function ruleWords(locale: string): Readonly<Record<string, RuleText>> {
  const all = laws.flatMap(({ packs }) => packs.map(({ pack }) => pack.articles[locale] ?? pack.articles.en));
  return Object.assign({}, ...all.map((articles) => articles?.rules ?? {}));
}

/** Words for codes in the values of facts, of all packs; where two name one code, the first of the list does. */
export function valueWords(locale: string): Readonly<Record<string, string>> {
  const all = laws.map(({ joined }) => (joined.articles[locale] ?? joined.articles.en)?.values ?? {});
  return Object.assign({}, ...all.toReversed());
}

const byRule = new Map(
  laws.flatMap((one) =>
    one.packs.flatMap(({ pack }) => pack.rules.map(({ id }) => [id, { law: one, pack }] as const)),
  ),
);
