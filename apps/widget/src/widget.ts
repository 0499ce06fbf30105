/** The loader: puts the bubble on the page and fetches the panel when it is wanted. Never holds up the page. */
import { bubbleStyle } from './bubble-style.ts';
import { chooseInk } from './choose-ink.ts';
import { drawBubble } from './draw-bubble.ts';
import type { mountPanel, Panel } from './panel.tsx';
import { readSettings } from './read-settings.ts';
import type { Settings } from './settings.ts';

/** Where the build put the panel, seen from this script. */
declare const PANEL_ADDRESS: string;

const fetchPanelCode = (): Promise<{ mountPanel: typeof mountPanel }> => import(/* @vite-ignore */ PANEL_ADDRESS);
const settings = readSettings(document.currentScript as HTMLScriptElement);
if (document.body) start();
else addEventListener('DOMContentLoaded', start);

function start(): void {
  if (document.querySelector('trunkline-chat')) return;
  const host = document.createElement('trunkline-chat');
  const root = host.attachShadow({ mode: 'open' });
  paint(host, root, settings);
  const bubble = drawBubble(settings.language);
  root.append(bubble.element);
  document.body.append(host);

  let panel: Promise<Panel> | undefined;
  const fetchPanel = () => {
    panel ??= fetchPanelCode().then((code) => code.mountPanel({ root, settings, bubble }));
    panel.catch(() => {
      panel = undefined; // the next click tries again
    });
    return panel;
  };
  const show = (isOpen?: boolean) => {
    bubble.showBusy(true);
    fetchPanel()
      .then((it) => it.show(isOpen))
      .catch(() => undefined)
      .finally(() => bubble.showBusy(false));
  };
  bubble.element.addEventListener('click', () => show());
  bubble.element.addEventListener('pointerenter', () => void fetchPanel().catch(() => undefined), { once: true });
  const page = (act: 'event' | 'signed', name = '', values?: Record<string, string | number | boolean>) => {
    if (act === 'event') settings.trail.event(name, values);
    else if (act === 'signed') panel?.then((it) => it.joinAgain());
  };
  const given = window.trunkline ?? {};
  const { q = [] } = given as { q?: Parameters<typeof page>[] };
  window.trunkline = Object.assign(page, given, { open: () => show(true), close: () => show(false) });
  for (const said of q) page(...said); // what the page said before this script came
  if (hasTalkedBefore(settings.site)) whenIdle(() => void fetchPanel().catch(() => undefined));
}

/** A stylesheet object, not a style element: a host page's content security policy lets it through. */
function paint(host: HTMLElement, root: ShadowRoot, { colour, theme, language }: Settings): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(bubbleStyle);
  root.adoptedStyleSheets = [sheet];
  host.style.setProperty('--accent', colour);
  host.style.setProperty('--ink', chooseInk(colour));
  host.dataset.theme = theme;
  host.lang = language;
}

/** Only who has written before may have something unread; nobody else's page opens a connection unasked. */
function hasTalkedBefore(site: string): boolean {
  try {
    return localStorage.getItem(`trunkline.${site}.talked`) !== null;
  } catch {
    return false;
  }
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 4000 });
  else setTimeout(run, 1500);
}
