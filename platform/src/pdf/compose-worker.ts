import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { drawSvg } from '../picture/draw-svg.ts';
import { writePng } from '../picture/png.ts';
import type { ComposeAnswer, ComposeJob, TemplatePlace } from './compose-job.ts';
import { readFonts } from './fonts.ts';
import { sharePictureSize } from './share-picture-data.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: readFonts() }] });

type Diagnostic = {
  message: string;
  path: string;
  severity: number;
  range: { start: { line: number; character: number } } | null;
};

function placesOf(error: NodeError): TemplatePlace[] {
  const found: Diagnostic[] = compiler.fetchDiagnostics(error);
  return found.map(({ message, path, range }) => ({
    message,
    file: path.startsWith(folder) ? path.slice(folder.length) : path,
    line: range ? range.start.line + 1 : 0,
    column: range ? range.start.character + 1 : 0,
  }));
}

// The exporter reports a missing glyph only inside the text of its message.
function missingCharacters(message: string): string[] {
  const found = message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu);
  const unescaped = [...found].map(([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  );
  return [...new Set(unescaped)];
}

function compose(job: ComposeJob): ComposeAnswer {
  const source = { mainFilePath: `${folder}${job.template}.typ`, inputs: { data: job.data } };
  try {
    const compiled = compiler.compile(source);
    if (compiled.result === null || compiled.hasError()) {
      const diagnostics = compiled.takeDiagnostics();
      return { kind: 'template-failed', places: diagnostics ? placesOf(diagnostics) : [] };
    }
    if (job.template === 'share-picture') {
      const drawing = drawSvg(compiler.plainSvg(compiled.result), sharePictureSize);
      return { kind: 'composed', bytes: writePng(drawing) };
    }
    const bytes = compiler.pdf(compiled.result, {
      pdfStandard: 'a-2a',
      creationTimestamp: job.createdAtSeconds,
    });
    return { kind: 'composed', bytes: new Uint8Array(bytes) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const characters = missingCharacters(message);
    if (characters.length > 0) return { kind: 'characters-missing', characters };
    return {
      kind: 'template-failed',
      places: [{ message, file: `${job.template}.typ`, line: 0, column: 0 }],
    };
  } finally {
    // Without this the compiler keeps every page it ever made: 1 GB instead of 200 MB.
    compiler.evictCache(0);
  }
}

parentPort?.on('message', (job: ComposeJob) => {
  const answer = compose(job);
  parentPort?.postMessage(answer, answer.kind === 'composed' ? [answer.bytes.buffer] : []);
});
