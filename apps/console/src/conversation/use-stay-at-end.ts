/** Keeps the newest words in sight, unless somebody has scrolled up to read. */
import { useCallback, useEffect, useRef, useState } from 'react';

export function useStayAtEnd() {
  const pane = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const goToEnd = useCallback(() => {
    follows.current = true;
    setIsAtEnd(true);
    pane.current?.scrollTo({ top: pane.current.scrollHeight });
  }, []);
  useEffect(() => {
    const element = pane.current;
    if (!element || !words.current) return;
    const look = () => {
      follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
      setIsAtEnd(follows.current);
    };
    // new words, pictures and folded parts change the height; the composer changes the pane's
    const grow = new ResizeObserver(() => {
      if (follows.current) element.scrollTo({ top: element.scrollHeight });
    });
    grow.observe(words.current);
    grow.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      element.removeEventListener('scroll', look);
      grow.disconnect();
    };
  }, []);
  return { pane, words, isAtEnd, goToEnd };
}
