/** How mail programs announce what they quote: "On … wrote:", header blocks, lines of dashes, in the languages we met. */

/** The word that ends, or in German and Dutch stands within, an attribution. */
const wrote =
  /(?:\bwrote|\bwrites|\bsent|\bsaid|schrieb|schreef|geschreven|a écrit|écrit|escribió|escribi[oó]|escreveu|ha scritto|scritto|skrev|kirjoitti|napisał(?:\(a\)|a)?|napsal(?:\(a\)|a)?|написал(?:\(а\)|а)?|пишет|написав|yazdı|έγραψε|đã viết|написа|写道|寫道|写到|编写|撰写|寫|写|wrote|書きました|のメッセージ|さんは書きました)/i;
const wroteWithin =
  /schrieb|schreef|skrev|escribi[oó]|ha scritto|a écrit|(wrote|написал|写道|寫道).*@|@.*(wrote|написал|写道|寫道)/i;
const beginsAttribution =
  /^(?:[>\s*_-]*)(?:On|Le|Am|El|Il|Op|Den|Em|Dnia|W dniu|Dne|På|Pada|Vào|In data|Ha scritto|Den|Ter|Tir|Il giorno|Lør|Søn|Man|于|在|於|\d{1,4}[./年-]|\p{L}+[.,]? ?\d{1,2}|".{1,80}"|[^<>]{0,80}<[^<>\s]+@)/iu;
const hasWhenOrWho = /\d{1,2}[:.h]\d{2}|\d{4}|[^\s<>]+@[^\s<>]+|年|月|星期|周[一二三四五六日]/;
const mostLines = 4;

export type Attribution = { lines: number; before: string };

/** An attribution that begins in this line, and over how many lines it goes. */
export function findAttribution(lines: string[], at: number): Attribution | null {
  const shared = /^(.*?\S)?\s*-{2,}\s?((?:On|Am|Le|El|Il|Op)\s.*)$/.exec(lines[at]!);
  const first = shared ? shared[2]! : lines[at]!;
  if (!beginsAttribution.test(first)) return null;
  let text = '';
  for (let many = 1; many <= mostLines && at + many <= lines.length; many += 1) {
    const line = many === 1 ? first : lines[at + many - 1]!;
    if (many > 1 && line.trim() === '') return null;
    text = `${text} ${line.replace(/^\s*>+/, '').trim()}`.trim();
    if (text.length > 400) return null;
    if (isWhole(text)) return { lines: many, before: shared?.[1]?.trim() ?? '' };
  }
  return null;
}

function isWhole(text: string): boolean {
  if (!hasWhenOrWho.test(text)) return false;
  // A sentence of the customer's own may end in "sent:" too: without an address it has to look like a stamp.
  if (/\bI (wrote|sent|said)\b|\b(you|we|they) (wrote|sent|said)\b/i.test(text)) return false;
  // "… wrote:", "… wrote ----", "… schrieb Max <…>:", "… Max <…> skrev:", "2016-03-03 17:21 GMT+01:00 Some One".
  if (new RegExp(`${wrote.source}\\s*(?:[::]|-{2,})?\\s*$`, 'i').test(text)) return true;
  if (wroteWithin.test(text) && /[::]\s*$/.test(text)) return true;
  if (/^[^:]*\d{1,2}:\d{2}.*<[^<>\s]+@[^<>\s]+>\s*[::]?\s*$/.test(text) && /\d{4}/.test(text)) return true;
  return /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{2}:\d{2} \S+( \S+){0,3}:?$/.test(text);
}

const separators = [
  /^[-_=\s>*]{2,}\s*(original|ursprüngliche|ursprungliche|originele|oorspronkelijk|oprindelig|opprinnelig)\b.{0,40}[-_=\s*]*$/i,
  /^-{2,}\s*(original message|original appointment|reply message|message d'origine|message original|mensaje original|mensagem original|messaggio originale|ursprüngliche nachricht|oorspronkelijk bericht|ursprungligt meddelande|исходное сообщение|原始邮件|原始郵件|原邮件|原郵件|回复的原邮件|元のメッセージ|original).{0,40}$/i,
  /^-*\s*(原始邮件|原始郵件|原邮件信息|回复的原邮件|转发邮件信息|元のメッセージ)\s*-*$/,
  /^>?\s*(begin forwarded message|anfang der weitergeleiteten nachricht|début du message (transféré|réexpédié)|inicio del mensaje reenviado|inizio messaggio inoltrato|开始转发的邮件|开始转发邮件|転送されたメッセージ)\s*[::]\s*$/i,
  /^-{5,}\s*(please reply above|reply above|##-)/i,
  /^##-.*-##$/,
];

/** What somebody passes on is what they want to say. */
const forwards =
  /^-{2,}\s*(forwarded message|forwarded by|weitergeleitete nachricht|message transféré|пересылаемое сообщение|转发邮件|轉寄郵件|转发的邮件)/i;
export const isForward = (line: string) => forwards.test(line.trim());

export const isSeparator = (line: string) => separators.some((sign) => sign.test(line.trim()));

/** Labels of From, and of the lines that follow it. */
const fromLabel =
  /^(from|von|de|da|van|från|fra|od|от|от кого|发件人|寄件者|寄件人|差出人|送信元|보낸 사람|mittente|remitente|expéditeur|lähettäjä|gönderen|kimden|nadawca|odesílatel)$/i;
const otherLabel =
  /^(sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|envoyé|à|objet|enviado( el)?|fecha|para|asunto|assunto|data|inviato|a|oggetto|risposta|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne|wysłano|do|temat|дата|кому|тема|отправлено|发送时间|发送日期|日期|时间|收件人|抄送|主题|寄件日期|傳送時間|收件者|副本|主旨|宛先|送信日時|日時|件名|받는 사람|날짜|제목|importance|cc:)$/i;

const dateLabel = /^(date|sent|datum|gesendet|fecha|data|дата|发送时间|日期|日時)$/i;

/** A From and two more labels in lines that follow each other, or a block that begins with its date. */
export function isHeaderBlock(lines: string[], at: number): boolean {
  const first = labelOf(lines[at]!);
  if (!fromLabel.test(first) && !(dateLabel.test(first) && fromLabel.test(labelOf(lines[at + 1] ?? '')))) {
    return dateLabel.test(first) && otherLabel.test(labelOf(lines[at + 1] ?? '')) && lines[at - 1]?.trim() === '';
  }
  let others = 0;
  let unlabelled = 0;
  for (const line of lines.slice(at + 1, at + 9)) {
    if (line.trim() === '') {
      if (others > 0 || unlabelled > 0) break;
      continue;
    }
    if (otherLabel.test(labelOf(line))) others += 1;
    else unlabelled += 1;
    if (unlabelled > 2) break;
  }
  return others >= 2;
}

/** `*From:* x` and `发件人: x` alike. */
function labelOf(line: string): string {
  const [, label] = /^[\s>|*_"]*([^::*]{1,24}?)\s*[*_]*\s*[::]/.exec(line) ?? [];
  return (label ?? '').trim();
}
