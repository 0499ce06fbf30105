/** Cuts what programs and people put under their words: `-- ` signatures, "sent from my phone", mailing list footers. */
import { isBlank, marks } from './quotation-signs.ts';

const signatureMark = /^(--|—|––|－－) *$/;
/** Things that mails say they were sent from or with; after the words of any language. */
const device =
  '(?:outlook|iphone|ipad|ipod|\\bmac\\b|macbook|android|samsung|galaxy|huawei|honor|xiaomi|redmi|oppo|vivo|oneplus|pixel|nokia|xperia|blackberry|windows|gmail|yahoo|proton|e-?mail|mail\\b|gmx|web\\.de|t-online|foxmail|mobil|móvil|movil|móbil|celular|handset|phone|telefon|téléphone|teléfono|telemóvel|handy|tablet|tablette|\\bapp\\b|appareil|dispositivo|toestel|\\benhe[dt]|laitte|puhelim|urządzen|устройств|телефон|мобильн|почт|thunderbird|spark|airmail|zoho|\\baol\\b|\\blg\\b|htc|sony|motorola|orange|laposte|libero|virgilio|bluemail|k-9|fairemail|aquamail|typeapp|edison|superhuman|canary|tutanota|fastmail|icloud|zimbra|mailbird|em client|mail\\.ru|yandex|яндекс|cihaz|điện thoại)';
const words = [
  'sent (?:from|via|using|with|by)|posted (?:from|via)|get outlook for|download outlook|composed on|typed on|written on',
  'gesendet (?:von|mit|aus|über|vom|via)|von (?:meinem|meiner) .{0,30}gesendet|diese nachricht wurde von|holen sie sich outlook|outlook für .{1,20} herunterladen|verschickt (?:mit|von)|versendet (?:mit|von)',
  'envoyé (?:de|depuis|à partir|avec|par|via)|obtenir outlook|obtenez outlook|télécharger outlook|provenance :',
  'enviado (?:desde|do|da|de|a partir|com|con|por|via|pelo|através)|enviada (?:do|a partir)|obtener outlook|obtenga outlook|descargar outlook|obter o outlook|obtenha o outlook|enviat des',
  'inviato (?:da|dal|con|tramite|via)|scarica outlook|ottieni outlook',
  'verzonden (?:vanaf|met|via|vanuit|door)|verstuurd (?:vanaf|met|via|vanuit|door)|outlook voor|download outlook voor',
  'skickat (?:från|med|via)|skickades från|hämta outlook|sendt (?:fra|med|via)|sent fra|hent outlook|få outlook|lähetetty|hanki outlook|lataa outlook',
  'wysłano (?:z|ze|przy)|wysłane (?:z|ze)|pobierz (?:aplikację )?outlook|odesláno (?:z|ze|mobil)|odoslané (?:z|zo)|získejte outlook|stáhněte si outlook|posláno z|küldve|elküldve|outlook letöltése',
  'отправлено (?:с|со|из)|отправлен из|надіслано (?:з|із)|скачать outlook|получить outlook|изпратено от',
  "iphone[’']?(?:um|ım|im)?(?:dan|den) gönderildi|.{0,30}(?:dan|den) gönderildi|outlook edinin|trimis (?:de pe|din)|poslano (?:s|z|sa)|στάλθηκε από|được gửi từ|gửi từ|dikirim dari",
];
/** Nothing before these, nothing but a product after: a sentence of the customer's own goes on differently. */
const sentFrom = new RegExp(`^(?:${words.join('|')}).{0,90}$`, 'iu');
const named = new RegExp(device, 'iu');
const whole = [
  /^(?:发自|發自|寄自|來自|来自|发送自|發送自|从|從|由|使用|通过|透過|用)\s*(?:我的|我嘅)?.{0,30}?(?:发送|發送|发出|傳送|寄出|寄件|iphone|ipad|android|安卓|手机|手機|邮箱|郵箱|华为|小米|荣耀|客户端|客戶端|outlook|mail|邮件|网易邮箱大师|foxmail|qq邮箱|邮箱大师|设备|裝置).{0,20}$/iu,
  /^(?:下载|下載|获取|取得|获得)\s*(?:适用于|適用於)?.{0,20}outlook.{0,20}$/iu,
  /^.{0,30}(?:から送信|からの送信|で送信|より送信|から送信されました|를 입수하세요|에서 보냄|에서 보낸 메일|에서 보낸 편지|에서 보냈습니다|에서 전송|에서 발송|을 다운로드하세요)(?:しました|されました|です)?[。.]?$/u,
  /^(?:outlook for (?:ios|android|mac) ?(?:を入手|다운로드|をダウンロード).{0,10})$/iu,
  /^von mein\S{0,14} .{1,40} (?:gesendet|geschickt)\.?$/iu,
  /^gesendet\.? ?(?:mit der|von der) .{1,40}(?:app|mail app)\b.{0,20}$/iu,
];
const listFooter = /^_{5,}$|^-{5,}$|^={5,}$/;
const listWords =
  /mailing list|mailman|unsubscribe|abbestellen|se désabonner|cancelar la suscripción|退订|取消订阅|配信停止/i;

export function cutSignature(lines: string[]): string[] {
  const kept: string[] = [];
  const unmarked = withoutMarked(lines);
  for (const [at, line] of unmarked.entries()) {
    const kind = signatureAt(unmarked, at);
    if (kind === 'ends') break;
    if (kind === 'none') kept.push(line);
  }
  return trimEnd(kept);
}

/** `ends`: nothing of the customer's comes after it; `line`: only this line is the program's. */
function signatureAt(lines: string[], at: number): 'ends' | 'line' | 'none' {
  const line = lines[at]!;
  if (line.length > 200) return 'none';
  const text = line.replace(/[(<[]+\s*https?:[^\s>)]*[>)\]]*/g, '').replace(/^[\s*_[({]+|[\s*_\])}]+$/g, '');
  if (signatureMark.test(line.trim())) return lines.slice(at + 1).some((one) => !isBlank(one)) ? 'ends' : 'none';
  if (listFooter.test(line.trim()))
    return listWords.test(
      lines
        .slice(at + 1, at + 4)
        .join(' ')
        .slice(0, 1_000),
    )
      ? 'ends'
      : 'none';
  if (!isFromDevice(text)) return 'none';
  return /https?:|outlook/i.test(line) ? 'ends' : 'line';
}

function isFromDevice(text: string): boolean {
  if (text === '' || /[?!？！]$/.test(text)) return false;
  if (whole.some((sign) => sign.test(text))) return true;
  return sentFrom.test(text) && named.test(text.split(/[,;，]/)[0]!);
}

/** What an element of the HTML said to be the signature, up to where it ends. */
function withoutMarked(lines: string[]): string[] {
  const kept: string[] = [];
  let isInside = false;
  for (const line of lines) {
    if (line.includes(marks.signatureEnd)) isInside = false;
    else if (line.includes(marks.signature)) isInside = true;
    else if (!isInside) kept.push(line);
  }
  return kept.some((line) => !isBlank(line)) ? kept : lines;
}

function trimEnd(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  return lines.slice(0, last + 1);
}
