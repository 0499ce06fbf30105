/** The classifier that everybody writes first: multinomial naive Bayes over words and word pairs. */
export function fitNaiveBayes(examples) {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const counts = labels.map(() => new Map());
  const totals = labels.map(() => 0);
  const known = new Set();
  for (const { text, label } of examples) {
    const at = labels.indexOf(label);
    for (const word of wordsOf(text)) {
      counts[at].set(word, (counts[at].get(word) ?? 0) + 1);
      totals[at] += 1;
      known.add(word);
    }
  }
  return (text) => {
    const words = wordsOf(text).filter((word) => known.has(word));
    const scores = labels.map((_, at) =>
      words.reduce(
        (sum, word) => sum + Math.log(((counts[at].get(word) ?? 0) + 0.1) / (totals[at] + 0.1 * known.size)),
        0,
      ),
    );
    return labels[scores.indexOf(Math.max(...scores))];
  };
}

function wordsOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}
