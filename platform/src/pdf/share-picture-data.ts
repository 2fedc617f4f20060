import * as z from 'zod';
import { plainText, printableText } from './printable-text.ts';

/** What `share-picture.typ` draws: a wide picture for messengers, made of facts. */
export const sharePictureData = z.strictObject({
  school: printableText,
  enterprise: printableText,
  title: printableText,
  /** One small line above the title. */
  kicker: printableText,
  /** One line below it: day and place. */
  line: printableText,
  /** Marked as an example. */
  mark: plainText.optional(),
});
export type SharePictureData = z.infer<typeof sharePictureData>;

/** Pixels of the picture as messengers ask for it, and pixels for each point of the template. */
export const sharePictureSize = { width: 1_200, height: 630, scale: 2 };
