/** Draws the round button in the page's corner: plain DOM, so that it costs the page next to nothing. */
import { bubbleTexts } from './bubble-texts.ts';
import type { Language } from './settings.ts';

export type Bubble = {
  element: HTMLButtonElement;
  showOpen(isOpen: boolean): void;
  showBusy(isBusy: boolean): void;
  showUnread(count: number): void;
};

const talk =
  'M12 3.5c-5 0-9 3.4-9 7.7 0 2.4 1.3 4.5 3.3 5.9-.1 1.1-.5 2.2-1.3 3.1-.2.3 0 .7.4.7 1.9-.2 3.5-.9 4.7-2 .6.1 1.2.1 1.9.1 5 0 9-3.4 9-7.8s-4-7.7-9-7.7Z';
const cross = 'M6 6l12 12M18 6L6 18';

export function drawBubble(language: Language): Bubble {
  const texts = bubbleTexts[language];
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'bubble';
  const count = span('count');
  const words = span('words');
  words.setAttribute('role', 'status');
  count.setAttribute('aria-hidden', 'true');
  count.hidden = true;
  element.append(icon('talk', talk), icon('cross', cross), count, words);
  const showOpen = (isOpen: boolean) => {
    element.setAttribute('aria-expanded', String(isOpen));
    element.setAttribute('aria-label', isOpen ? texts.close : texts.open);
  };
  showOpen(false);
  return {
    element,
    showOpen,
    showBusy: (isBusy) => element.setAttribute('aria-busy', String(isBusy)),
    showUnread(unread) {
      count.hidden = unread === 0;
      count.textContent = unread > 99 ? '99+' : String(unread);
      words.textContent = unread ? texts.unread(unread) : '';
      element.title = words.textContent;
    },
  };
}

function span(className: string): HTMLSpanElement {
  return Object.assign(document.createElement('span'), { className });
}

function icon(name: string, path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.setAttribute('aria-hidden', 'true');
  shape.setAttribute('d', path);
  shape.setAttribute('fill', name === 'talk' ? 'currentColor' : 'none');
  if (name === 'cross') {
    shape.setAttribute('stroke', 'currentColor');
    shape.setAttribute('stroke-width', '2.2');
    shape.setAttribute('stroke-linecap', 'round');
  }
  svg.append(shape);
  return svg;
}
