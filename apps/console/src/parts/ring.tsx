/** A ring that empties as its time runs out. */
export function Ring({ share, size = 14, stroke = 2.4 }: { share: number; size?: number; stroke?: number }) {
  const radius = (size - stroke) / 2;
  const round = 2 * Math.PI * radius;
  const middle = size / 2;
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} fill="none" aria-hidden="true" className="icon">
      <circle className="ring-track" cx={middle} cy={middle} r={radius} strokeWidth={stroke} />
      <circle
        className="ring-run"
        cx={middle}
        cy={middle}
        r={radius}
        strokeWidth={stroke}
        strokeLinecap="round"
        strokeDasharray={round}
        strokeDashoffset={round * (1 - share)}
        transform={`rotate(-90 ${middle} ${middle})`}
      />
    </svg>
  );
}
