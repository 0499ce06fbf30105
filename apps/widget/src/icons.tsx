/** The few drawings of the panel, one path each. */

const paths = {
  send: 'M4.5 12h7m-7 0L3 4.8c-.2-.9.7-1.6 1.5-1.2l15.3 7.5c.8.4.8 1.5 0 1.9L4.5 20.4c-.8.4-1.7-.3-1.5-1.2L4.5 12Z',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14m0 0l-6-6m6 6l6-6',
  clip: 'M19 11.5l-7.6 7.6a5 5 0 0 1-7-7L12.5 4a3.3 3.3 0 0 1 4.7 4.7l-8 8a1.7 1.7 0 0 1-2.4-2.4l7.2-7.2',
  mail: 'M4 6h16v12H4V6Zm0 1l8 6 8-6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5c.6-3.6 3.7-5.5 7.5-5.5s6.9 1.9 7.5 5.5',
  file: 'M13 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V9l-6-6Zm0 0v6h6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2',
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  ticks: 'M2 12.5l4.5 4.5L16 7.5m-4.5 8l1.5 1.5L22.5 7.5',
  warn: 'M12 8v5m0 3.5v.1M10.6 4.3 3 17.5A1.6 1.6 0 0 0 4.4 20h15.2a1.6 1.6 0 0 0 1.4-2.5L13.4 4.3a1.6 1.6 0 0 0-2.8 0Z',
  bot: 'M12 4v3m-5 0h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3Zm2 5.5v1m6-1v1',
} as const;

export function Icon({ name, size = 18 }: { name: keyof typeof paths; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
