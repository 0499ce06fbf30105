/** Text as it was written, its web addresses made clickable; nothing else is read into it. */
const address = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]。,、)」])/g;

export function LinkedText({ text }: { text: string }) {
  return text.split(address).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <a key={index} href={part} target="_blank" rel="noopener noreferrer nofollow" className="link">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
