/** How the panel looks: light and dark, a corner of the desktop, the whole of a phone. */

const dark = `--ground: #14181d; --sheet: #1b2026; --text: #e8ecf0; --quiet: #a9b3be; --edge: #313943; --theirs: #262d35;
  --bot: #222b38; --bar: #3a2f14; --bar-text: #f6dfa6; --bad: #ff9a92; --link: #9cc7ff; --rim: #3a434e; color-scheme: dark;`;

export const panelStyle = `
.panel { --ground: #fff; --sheet: #f6f7f9; --text: #14181f; --quiet: #57616d; --edge: #e1e5ea; --theirs: #eff1f4;
  --bot: #edf2fb; --bar: #fff4d6; --bar-text: #5c4300; --bad: #b3261e; --link: #1553b0; --rim: rgb(15 23 32 / .06); color-scheme: light;
  position: absolute; inset: auto 0 72px auto; inset-inline-end: 0; box-sizing: border-box; width: 380px; height: min(600px, calc(100vh - 108px));
  display: flex; flex-direction: column; overflow: hidden; border-radius: 18px; background: var(--ground); color: var(--text);
  box-shadow: 0 0 0 1px var(--rim), 0 4px 10px rgb(15 23 32 / .08), 0 24px 60px -8px rgb(15 23 32 / .3);
  animation: rise .2s cubic-bezier(.2, .8, .3, 1); transform-origin: bottom right; text-align: start; }
@keyframes rise { from { opacity: 0; transform: translateY(10px) scale(.97) } }
:host([data-theme=dark]) .panel { ${dark} }
@media (prefers-color-scheme: dark) { :host([data-theme=auto]) .panel { ${dark} } }
.panel *, .panel *::before { box-sizing: border-box; margin: 0; padding: 0; font: inherit; color: inherit }
.panel button { background: none; border: 0; cursor: pointer }
.panel :focus-visible { outline: 2px solid var(--text); outline-offset: 2px }

.head { display: flex; align-items: center; gap: 12px; padding: 16px 12px 16px 18px; background: var(--accent); color: var(--ink);
  background-image: linear-gradient(160deg, rgb(255 255 255 / .1), rgb(0 0 0 / .06)) }
.head :focus-visible { outline-color: var(--ink) }
.crest { position: relative; flex: none; display: grid; place-items: center; width: 42px; height: 42px; border-radius: 50%;
  background: color-mix(in srgb, var(--ink) 18%, transparent); font-weight: 600; font-size: 18px; text-transform: uppercase }
.lamp { position: absolute; inset: auto 0 0 auto; inset-inline-end: 0; width: 12px; height: 12px; border-radius: 50%;
  background: #9aa4af; border: 2px solid var(--accent) }
.lamp.open { background: #41d17a }
.who { flex: 1; min-width: 0 }
.who h2 { font-size: 16px; font-weight: 650; line-height: 1.3; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.who p { font-size: 13px; line-height: 1.4 }
.panel .round { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50% }
.round:hover { background: color-mix(in srgb, var(--ink) 14%, transparent) }

.bar p { padding: 8px 18px; background: var(--bar); color: var(--bar-text); font-size: 13px; line-height: 1.45 }
.middle { position: relative; flex: 1; min-height: 0; display: flex }
.log { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 8px 18px 12px; scrollbar-width: thin; scrollbar-color: var(--edge) transparent }
.log:focus-visible { outline-offset: -3px }
.hello { padding: 28px 0 12px }
.hello h3 { font-size: 20px; font-weight: 650; line-height: 1.35; letter-spacing: -.01em; margin-bottom: 6px }
.hello p { color: var(--quiet); font-size: 14px; text-wrap: pretty }
.day { display: flex; align-items: center; gap: 12px; margin: 18px 0 2px; color: var(--quiet); font-size: 12px }
.day::before, .day::after { content: ""; flex: 1; height: 1px; background: var(--edge) }

.line { display: flex; flex-direction: column; align-items: flex-start; margin-top: 3px; padding-inline-end: 44px }
.line.first { margin-top: 14px }
.line.own { align-items: flex-end; padding: 0; padding-inline-start: 56px }
.panel .said { max-width: 100%; padding: 8px 13px; border-radius: 16px; background: var(--theirs); font-size: 14.5px; line-height: 1.5;
  white-space: pre-wrap; overflow-wrap: anywhere }
.agent .said, .bot .said, .desk .said { border-start-start-radius: 5px }
.panel .bot .said { background: var(--bot) }
.panel .desk .said { background: none; box-shadow: inset 0 0 0 1px var(--edge) }
.panel .own .said { background: var(--accent); color: var(--ink); border-end-end-radius: 5px }
.waiting .said { opacity: .82 }
.panel .said a { color: var(--link); text-decoration: underline; text-underline-offset: 2px }
.panel .own .said a { color: inherit }
.name { display: flex; align-items: center; gap: 7px; margin-bottom: 4px; font-size: 12.5px; font-weight: 600 }
.name time { color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums }
.face { display: grid; place-items: center; width: 22px; height: 22px; border-radius: 50%; background: var(--accent);
  font-size: 11px; text-transform: uppercase }
.panel .face { color: var(--ink); font-size: 11px; font-weight: 600 }
.tick { display: inline-flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 3px; margin-top: 4px; font-size: 12px; font-variant-numeric: tabular-nums }
.panel .tick { color: var(--quiet) }
.panel .tick.refused, .panel .left.over { color: var(--bad) }
.tick.refused { display: block; text-align: end } .tick.refused svg { vertical-align: -2px }
.panel .tick button { text-decoration: underline; text-underline-offset: 2px; min-height: 24px; padding: 0 2px; color: var(--text) }
.file { display: flex; align-items: center; gap: 8px; max-width: 100%; margin-top: 4px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 12px; font-size: 13px }
.file b { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.panel button.file { border: 1px solid var(--edge); cursor: pointer; text-align: start; color: var(--text); background: var(--ground) }
.panel .file.picture { padding: 0; overflow: hidden; border-radius: 14px }
.picture img { display: block; max-width: 220px; max-height: 180px; object-fit: cover }
.panel .choices { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 8px }
.panel .choice { min-height: 36px; padding: 6px 14px; border: 1px solid var(--quiet); border-radius: 18px; font-size: 14px; text-align: start }
.choice:hover { background: var(--sheet) }
.panel .place { background: var(--sheet); color: var(--text); border-bottom: 1px solid var(--edge); font-variant-numeric: tabular-nums }
.panel .sheet { flex: 1; min-height: 0; overflow-y: auto; display: flex; flex-direction: column; gap: 12px; padding: 20px 18px; font-size: 14px }
.panel .sheet.small { flex: none; gap: 6px; padding: 10px 18px; border-top: 1px solid var(--edge); background: var(--sheet); font-size: 13px }
.sheet h3 { font-size: 17px; font-weight: 650; line-height: 1.35 }
.ask { display: flex; flex-direction: column; gap: 4px }
.ask label { font-weight: 550 } .panel .ask small { color: var(--quiet); font-size: 12px; font-weight: 400 }
.panel .sheet :is(input, select, textarea) { flex: 1 0 auto; width: 100%; min-height: 40px; padding: 8px 12px; border: 1px solid var(--quiet); border-radius: 10px; background: var(--ground); font-size: 15px }
.panel .sheet :is(input, select, textarea):focus-visible { outline: 2px solid var(--text); outline-offset: 1px }
.panel .act { min-height: 42px; padding: 8px 18px; border-radius: 21px; background: var(--accent); color: var(--ink); font-weight: 600 }
.row { display: flex; gap: 8px } .panel .row input { flex: 1; min-width: 0 }
.panel .wrong { color: var(--bad) }
.panel .enclosed { display: flex; flex-direction: column; gap: 4px; padding: 0 6px 8px; list-style: none; font-size: 13px }
.enclosed li { display: flex; align-items: center; gap: 8px }
.enclosed span { flex: 1; min-width: 0; display: flex; flex-direction: column }
.enclosed b { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.enclosed progress { width: 100%; height: 4px; accent-color: var(--accent) }
.panel .enclosed button { width: 28px; height: 28px; display: grid; place-items: center }
.panel .attach { flex: none; display: grid; place-items: center; width: 38px; height: 38px; border-radius: 50%; color: var(--quiet) }
.write.over .field { border: 1px dashed var(--text); background: var(--ground) }
.panel .newer { position: absolute; bottom: 8px; left: 50%; transform: translateX(-50%); display: flex; align-items: center; gap: 6px; padding: 7px 14px;
  border-radius: 18px; background: var(--text); color: var(--ground); font-size: 13px; white-space: nowrap; box-shadow: 0 4px 14px rgb(0 0 0 / .25) }

.hints { display: flex; flex-wrap: wrap-reverse; align-items: center; justify-content: space-between; gap: 6px; padding: 0 18px; font-size: 13px }
.typing { display: flex; align-items: center; gap: 8px; min-height: 20px }
.panel .typing { color: var(--quiet) }
.dots { display: inline-flex; gap: 3px }
.dots i { width: 6px; height: 6px; border-radius: 50%; background: var(--quiet); animation: nod 1.2s infinite ease-in-out }
.dots i:nth-child(2) { animation-delay: .15s } .dots i:nth-child(3) { animation-delay: .3s }
@keyframes nod { 0%, 60%, 100% { opacity: .35; transform: none } 30% { opacity: 1; transform: translateY(-3px) } }
.panel .chip { display: inline-flex; align-items: center; gap: 6px; min-height: 32px; margin-inline-start: auto; padding: 4px 13px 4px 10px;
  border: 1px solid var(--edge); border-radius: 16px; background: var(--ground); font-size: 13px; font-weight: 550 }
.panel .chip.quiet { margin: 0; padding: 4px 9px }
.chip:hover { background: var(--sheet) }

.write { padding: 10px 12px 6px }
.field { display: flex; align-items: flex-end; gap: 6px; padding: 5px; border: 1px solid var(--edge); border-radius: 24px; background: var(--sheet) }
.field:focus-within { border-color: var(--quiet); box-shadow: 0 0 0 1px var(--quiet) }
.panel .write textarea { flex: 1; min-width: 0; resize: none; border: 0; outline: 0; background: none; padding: 7px 4px; font-size: 15px; line-height: 1.45; max-height: 132px; scrollbar-width: thin }
.panel textarea:focus-visible { outline: 0 }
textarea::placeholder { color: var(--quiet); opacity: 1 }
.panel .send { flex: none; display: grid; place-items: center; width: 38px; height: 38px; border-radius: 50%; background: var(--accent); color: var(--ink); transition: opacity .12s }
.panel .send:disabled { background: var(--edge); color: var(--quiet); cursor: default }
.left { min-height: 6px; padding: 2px 12px 0; font-size: 12px }
.panel .left { color: var(--quiet) }
.words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

@media (max-width: 480px), (max-height: 480px) {
  .panel { position: fixed; inset: var(--top, 0) 0 auto 0; width: 100%; height: var(--seen, 100dvh); border-radius: 0; box-shadow: none; transform-origin: bottom }
  .head { padding-top: max(14px, env(safe-area-inset-top)) }
  .write { padding-bottom: max(6px, env(safe-area-inset-bottom)) }
  .panel :is(.write, .sheet) :is(textarea, input, select) { font-size: 16px }
  :host([data-open]) .bubble { display: none }
}
@media (forced-colors: active) { .said, .chip, .field, .send { border: 1px solid } }
@media (prefers-reduced-motion: reduce) { .panel, .dots i { animation: none } }
`;
