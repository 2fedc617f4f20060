import { useWords } from '../words.ts';
import '../talents.css';

/** Occupations and tags as small words. */
export function Skills(props: { readonly occupations: readonly string[]; readonly tags: readonly string[] }) {
  const words = useWords();
  const all = [...props.occupations.map(words.occupation), ...props.tags];
  if (all.length === 0) return <span className="dt-quiet">–</span>;
  return (
    <ul className="ts-tags">
      {all.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}
