/** Keeps the newest words in sight, unless somebody has scrolled up to read. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export function useStayAtEnd(count: number) {
  const pane = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const follows = useRef(true);
  const goToEnd = useCallback(() => {
    follows.current = true;
    pane.current?.scrollTo({ top: pane.current.scrollHeight });
    setIsAtEnd(true);
  }, []);
  useLayoutEffect(() => {
    if (count > 0 && follows.current) goToEnd();
  }, [count, goToEnd]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new child is observed
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const look = () => {
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
      setIsAtEnd(follows.current);
    };
    // pictures and folded parts change the height after the first look
    const grow = new ResizeObserver(() => follows.current && element.scrollTo({ top: element.scrollHeight }));
    for (const child of element.children) grow.observe(child);
    grow.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      element.removeEventListener('scroll', look);
      grow.disconnect();
    };
  }, [count]);
  return { pane, isAtEnd, goToEnd };
}
