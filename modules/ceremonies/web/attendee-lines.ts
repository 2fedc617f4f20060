import type { Side } from '../side.ts';

/** People as somebody types them, one a line: name, then a comma, then the post. */
export function attendeesOf(text: string, side: Side) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...post] = line.split(/[，,]/);
      return {
        side,
        name: name.trim().slice(0, 200),
        post: post.join(' ').trim().slice(0, 300),
        isPresent: true,
      };
    })
    .filter((one) => one.name !== '');
}
