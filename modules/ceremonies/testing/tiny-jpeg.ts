/** The head of a JPEG of 3 × 2 pixels, with or without a place in its Exif block; enough to be read, not to be looked at. */
export function tinyJpeg(options: { location: boolean }): Uint8Array<ArrayBuffer> {
  const segment = (marker: number, data: readonly number[]) => {
    const length = data.length + 2;
    return [0xff, marker, length >> 8, length & 0xff, ...data];
  };
  const word = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  const tag = options.location ? 0x8825 : 0x0110;
  const directory = [0, 1, tag >> 8, tag & 0xff, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
  const exif = [...word('Exif'), 0, 0, ...word('MM'), 0, 42, 0, 0, 0, 8, ...directory];
  const frame = [8, 0, 2, 0, 3, 1, 1, 0x11, 0];
  return new Uint8Array([
    ...[0xff, 0xd8],
    ...segment(0xe1, exif),
    ...segment(0xc0, frame),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x55, 0xff, 0xd9],
  ]);
}
