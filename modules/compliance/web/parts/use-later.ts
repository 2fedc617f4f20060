import { useEffect, useState } from 'react';

/** The value as it was when it last stood still for a moment; what is being typed is not asked about letter by letter. */
export function useLater<T>(value: T, milliseconds = 400): T {
  const [settled, setSettled] = useState(value);
  // Equal values are one, however often they are made anew.
  const written = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [written, milliseconds]);
  return settled;
}
