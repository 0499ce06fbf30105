/** Draws waits over load as an SVG with words in it, readable on light and dark pages. */

const size = { width: 860, height: 460 };
const plot = { left: 70, top: 64, width: 560, height: 320 };
const span = { from: 0.58, to: 1 };
/** Seconds, by powers of ten: a desk goes from seconds to minutes within a tenth of its load. */
const seconds = { least: 3, most: 8_000 };
const rules = [
  [4, '4 s'],
  [10, '10 s'],
  [30, '30 s'],
  [60, '1 min'],
  [300, '5 min'],
  [1_800, '30 min'],
];
const inks = ['#2f7fd6', '#d9722b', '#3c9a5f'];

const x = (load) => plot.left + ((load - span.from) / (span.to - span.from)) * plot.width;
const y = (value) => {
  const height = Math.log(Math.min(seconds.most, Math.max(seconds.least, value)) / seconds.least);
  return plot.top + plot.height - (height / Math.log(seconds.most / seconds.least)) * plot.height;
};
const at = (value) => value.toFixed(1);

/** `curves`: of each desk its points `{ load, mean, p95 }`. */
export function drawCurves({ curves, handlingSeconds, seed }) {
  const lines = curves.flatMap(({ points }, number) => [
    path(points, 'mean', `stroke="${inks[number]}" stroke-width="2.5"`),
    path(points, 'p95', `stroke="${inks[number]}" stroke-width="1.5" stroke-dasharray="5 4"`),
    ...points.map(({ load, mean }) => `<circle cx="${at(x(load))}" cy="${at(y(mean))}" r="3" fill="${inks[number]}"/>`),
  ]);
  const right = plot.left + plot.width;
  const bottom = plot.top + plot.height;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="what how" font-family="system-ui, sans-serif" font-size="13">`,
    '<title id="what">How long people wait until an agent takes them, by how full the desk is</title>',
    `<desc id="how">Seconds on a logarithmic axis over load, for desks of ${curves.map(({ agents }) => agents).join(', ')} agents</desc>`,
    '<style>',
    '  .page { fill: #ffffff } .word { fill: #1f2328 } .faint { fill: #59636e } .rule { stroke: #d1d9e0 }',
    '  @media (prefers-color-scheme: dark) { .page { fill: #0d1117 } .word { fill: #f0f6fc } .faint { fill: #9198a1 } .rule { stroke: #3d444d } }',
    '</style>',
    `<rect class="page" width="${size.width}" height="${size.height}" rx="6"/>`,
    `<text class="word" x="${plot.left}" y="28" font-size="16" font-weight="600">A larger desk may be fuller before anybody waits</text>`,
    `<text class="faint" x="${plot.left}" y="48">from asking until taken; chats of ${handlingSeconds / 60} min on average, three at once; everybody can do everything, nobody leaves</text>`,
    ...rules.map(
      ([value, word]) =>
        `<line class="rule" x1="${plot.left}" x2="${right}" y1="${at(y(value))}" y2="${at(y(value))}"/><text class="faint" x="${plot.left - 8}" y="${at(y(value) + 4)}" text-anchor="end">${word}</text>`,
    ),
    ...[0.6, 0.7, 0.8, 0.9, 1].map(
      (load) =>
        `<line class="rule" x1="${at(x(load))}" x2="${at(x(load))}" y1="${bottom}" y2="${bottom + 5}"/><text class="faint" x="${at(x(load))}" y="${bottom + 20}" text-anchor="middle">${Math.round(load * 100)} %</text>`,
    ),
    `<line class="rule" x1="${plot.left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>`,
    `<text class="faint" x="${at(plot.left + plot.width / 2)}" y="${bottom + 42}" text-anchor="middle">how much of what the agents can hold at once is asked of them</text>`,
    ...lines,
    ...legend(curves, right + 24),
    `<text class="faint" x="${plot.left}" y="${size.height - 12}" font-size="11">trunkline’s simulator, seed ${seed}: node tools/docs/simulate-desks.mjs; 4 s are the ringing itself</text>`,
    '</svg>',
  ].join('\n')}\n`;
}

function path(points, of, style) {
  const steps = points.map((point, number) => `${number === 0 ? 'M' : 'L'}${at(x(point.load))} ${at(y(point[of]))}`);
  return `<path d="${steps.join('')}" fill="none" stroke-linejoin="round" ${style}/>`;
}

function legend(curves, left) {
  const row = (number) => plot.top + 20 + number * 24;
  const lines = curves.map(
    ({ agents }, number) =>
      `<line x1="${left}" x2="${left + 26}" y1="${row(number) - 4}" y2="${row(number) - 4}" stroke="${inks[number]}" stroke-width="2.5"/><text class="word" x="${left + 34}" y="${row(number)}">${agents.toLocaleString('en-US')} agents</text>`,
  );
  const how = row(curves.length) + 14;
  return [
    ...lines,
    `<line class="faint" x1="${left}" x2="${left + 26}" y1="${how - 4}" y2="${how - 4}" stroke="#888888" stroke-width="2.5"/><text class="faint" x="${left + 34}" y="${how}">on average</text>`,
    `<line x1="${left}" x2="${left + 26}" y1="${how + 18}" y2="${how + 18}" stroke="#888888" stroke-width="1.5" stroke-dasharray="5 4"/><text class="faint" x="${left + 34}" y="${how + 22}">19 of 20 sooner</text>`,
  ];
}
