import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const faces = [
  ['noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf'],
  ['noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  ['noto-sans-sc', '500Medium/NotoSansSC_500Medium.ttf'],
  ['noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf'],
  ['noto-naskh-arabic', '400Regular/NotoNaskhArabic_400Regular.ttf'],
  ['noto-naskh-arabic', '700Bold/NotoNaskhArabic_700Bold.ttf'],
] as const;

/** The font files of the printed page: Chinese and Latin with serifs and without, Naskh for Uyghur. */
export function readFonts(): Buffer[] {
  return faces.map(([family, file]) =>
    readFileSync(join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), file)),
  );
}
