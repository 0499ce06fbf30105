/** How the bubble and its place on the page look; colours come from the host page through two variables. */

export const bubbleStyle = `
:host { all: initial; position: fixed; z-index: 2147483000; inset: auto 20px 20px auto; display: block;
  inset-inline: auto 20px; font: 400 15px/1.5 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
@media print { :host { display: none } }
.bubble { all: unset; box-sizing: border-box; position: relative; display: grid; place-items: center; width: 56px; height: 56px;
  border-radius: 50%; background: var(--accent); color: var(--ink); cursor: pointer; -webkit-tap-highlight-color: transparent;
  box-shadow: 0 1px 3px rgb(15 23 32 / .18), 0 8px 24px -4px rgb(15 23 32 / .28); transition: transform .16s ease, box-shadow .16s ease; }
.bubble:hover { transform: translateY(-1px); box-shadow: 0 2px 4px rgb(15 23 32 / .2), 0 12px 30px -4px rgb(15 23 32 / .34); }
.bubble:active { transform: scale(.96) }
.bubble:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
.bubble svg { grid-area: 1 / 1; width: 26px; height: 26px; transition: opacity .16s, transform .2s; }
.bubble .cross { opacity: 0; transform: rotate(-45deg) scale(.6) }
.bubble[aria-expanded=true] .cross { opacity: 1; transform: none }
.bubble[aria-expanded=true] .talk { opacity: 0; transform: scale(.6) }
.bubble[aria-busy=true] .talk { animation: breathe 1s ease-in-out infinite alternate }
@keyframes breathe { to { opacity: .35 } }
.count { position: absolute; top: -4px; inset-inline-end: -4px; box-sizing: border-box; min-width: 22px; height: 22px; padding: 0 6px;
  border-radius: 11px; border: 2px solid #fff; background: #c62334; color: #fff; font: 600 12px/18px system-ui, sans-serif;
  text-align: center; font-variant-numeric: tabular-nums; }
.count[hidden] { display: none }
.words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (prefers-reduced-motion: reduce) { .bubble, .bubble svg { transition: none; animation: none !important } }
`;
