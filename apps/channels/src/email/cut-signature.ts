/** Cuts what programs and people put under their words: `-- ` signatures, "sent from my phone", mailing list footers. */

const signatureMark = /^(--|—|––) *$/;
const byDevice = [
  /^(sent|posted) (from|via|using) (my|the|outlook|mail for|yahoo|samsung|gmail|iphone|proton)\b.{0,80}$/i,
  /^get outlook for (ios|android|mac)\b/i,
  /^(gesendet|gesendet von|von meinem) .{0,40}(outlook|iphone|ipad|handy|smartphone|mobil|gesendet|samsung|gmx|web\.de|mail)\b.{0,60}$/i,
  /^envoyé (de(puis)?|à partir de) .{0,80}$/i,
  /^enviado (desde|do|de|a partir) .{0,80}$/i,
  /^inviato da(l| )?.{0,80}$/i,
  /^verzonden (vanaf|met|via) .{0,80}$/i,
  /^skickat från .{0,80}$/i,
  /^(отправлено (с|из)|надіслано з) .{0,80}$/i,
  /^(发自|發自|來自|来自|从)\s*(我的|我嘅)?.{0,30}(发送|發送|iphone|ipad|手机|手機|邮箱|郵箱|华为|小米|客户端|outlook|mail).{0,20}$/i,
  /^(iphone|ipad|スマートフォン)から送信.{0,20}$/i,
  /^(从|使用).{0,20}(outlook|foxmail|网易邮箱大师|qq邮箱).{0,20}(发送|获取)?.{0,10}$/i,
];

export function cutSignature(lines: string[]): string[] {
  const at = lines.findIndex((line, index) => {
    const text = line.trim();
    if (signatureMark.test(text)) return lines.slice(index + 1).some((one) => one.trim() !== '');
    return byDevice.some((sign) => sign.test(text.replace(/^[*_]+|[*_]+$/g, '')));
  });
  return trimEnd(at < 0 ? lines : lines.slice(0, at));
}

function trimEnd(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}
