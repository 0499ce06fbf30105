/** The panel's entry: takes the loader's shadow root, keeps the chat, and draws it when it is open. */
import { render } from 'preact';
import { countUnread } from './chat-state.ts';
import type { Bubble } from './draw-bubble.ts';
import { holdChat } from './hold-chat.ts';
import { memoryOf } from './memory.ts';
import { panelStyle } from './panel-style.ts';
import { PanelView } from './panel-view.tsx';
import type { Settings } from './settings.ts';
import { texts } from './texts/texts.ts';

export type Panel = { show(isOpen?: boolean): void; joinAgain(): void };
export type Place = { root: ShadowRoot; settings: Settings; bubble: Bubble };

export function mountPanel({ root, settings, bubble }: Place): Panel {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelStyle);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const place = document.createElement('div');
  root.prepend(place);

  const held = holdChat(settings, memoryOf(settings.site));
  let isOpen = false;
  const draw = () => {
    bubble.showUnread(isOpen ? 0 : countUnread(held.now()));
    const view = <PanelView held={held} words={texts[settings.language]} onClose={() => show(false)} />;
    render(isOpen ? view : null, place);
  };
  function show(wish = !isOpen): void {
    if (wish === isOpen) return;
    isOpen = wish;
    bubble.showOpen(isOpen);
    (root.host as HTMLElement).toggleAttribute('data-open', isOpen);
    draw();
    if (!isOpen) bubble.element.focus();
  }
  let isDue = false;
  held.onChange(() => {
    if (isDue) return;
    isDue = true; // a burst of lines is drawn once, and never from within a drawing
    queueMicrotask(() => {
      isDue = false;
      draw();
    });
  });
  return { show, joinAgain: held.joinAgain };
}
