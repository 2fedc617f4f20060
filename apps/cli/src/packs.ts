import { pack as cn2021 } from '@dualtrack/cn-2021-internship';
import { allCases, LAWFUL_ON, lawfulPlacement } from '@dualtrack/cn-2021-internship/cases';
import { layers as cnLayers } from '@dualtrack/cn-2021-internship/layers';
import { layerCases as cnLayerCases } from '@dualtrack/cn-2021-internship/layers/cases';
import { pack as deDual } from '@dualtrack/de-dual-training';
import { packCases as deDualCases } from '@dualtrack/de-dual-training/cases';
import { pack as frStage } from '@dualtrack/fr-stage';
import { packCases as frStageCases } from '@dualtrack/fr-stage/cases';
import type { Pack, PackCases } from '@dualtrack/rules';

/** The rule packs that ship with the product, each with the cases it is tried with. The one place that names them. */
export const packs: readonly { readonly pack: Pack; readonly cases: PackCases }[] = [
  { pack: cn2021, cases: { on: LAWFUL_ON, lawful: lawfulPlacement, cases: allCases } },
  { pack: cnLayers, cases: cnLayerCases },
  { pack: deDual, cases: deDualCases },
  { pack: frStage, cases: frStageCases },
];
