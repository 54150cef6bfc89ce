import { useEffect, useState } from 'react';

/** The time of day, milliseconds since 1970, renewed every `everyMs`: for words such as "33 minutes left". */
export function useNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNowMs(Date.now());
    }, everyMs);
    return () => {
      window.clearInterval(timer);
    };
  }, [everyMs]);
  return nowMs;
}
