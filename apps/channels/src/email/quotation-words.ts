/** The words with which mail programs announce what they quote, by language; lists only, how they are read stands elsewhere. */

/** One alternative per word, longest first; an apostrophe of either kind, spaces as they come. */
const anyOf = (words: string) =>
  words
    .trim()
    .split(/\s*[|\n]\s*/)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.()]/g, '\\$&').replace(/'/g, "['’]").replace(/ /g, '[\\s\\u00a0]*'))
    .join('|');

/** Labels as they are compared: in lower case, one kind of apostrophe, `主 题` without its space. */
const setOf = (words: string) =>
  new Set(
    words
      .split(/[|\n]/)
      .map((word) => asLabel(word))
      .filter(Boolean),
  );
export const asLabel = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(?<=\p{Lo})\s+(?=\p{Lo})/gu, '');

/** Past tense of "write" in the third person, as programs put it: never the customer's own "I wrote". */
export const wroteWord = anyOf(`
  wrote | writes | schrieb | schreef | het volgende geschreven | geschreven | a écrit | écrit | ecrit | escribió | escribio | ha escrito
  va escriure | ha escrit | escreveu | ha scritto | scrive | scrisse | skrev | skrifaði | kirjoitti | napisał | napisała | napisał(a)
  napisał/a | napisal | pisze | napsal | napsala | napsal(a) | napísal | napísala | napísal(a) | írta | ezt írta | написал | написала
  написал(а) | написал (а) | пишет | писал | писал(а) | написав | написала(в) | написав(ла) | пише | написа | yazdı | şunu yazdı
  şunları yazdı | έγραψε | a scris | je napisao | je napisala | je napisao/la | je napisal | je napisal/a | napisao je | kirjutas
  rakstīja | rašė | parašė | đã viết | viết | menulis | menulis | เขียน | كتب | כתב | כתבה | כתב/ה | लिखा
  写道 | 寫道 | 写到 | 寫到 | 写入 | 编写 | 撰写 | 撰寫 | 来信 | 來信 | 写信说 | 寫 | 写 | 书写
  書きました | のメール | のメッセージ | さんは書きました | さんが書きました | 님이 작성 | 님이 작성한 메시지 | 작성 | 님이 쓴 글 | 님이 씀 | 씀 | 썼습니다`);

/** Also said of what was not quoted by a program, so believed only beside an address or above quoted lines. */
export const saidWord = anyOf('sent | said | hat geschrieben | dijo | disse | a dit | sagte | envió | ha enviado');

/** What attributions begin with, before the date. */
export const opener = anyOf(`
  On | At | Am | Den | Le | El | Em | Il | Il giorno | In data | Op | Dnia | W dniu | På | Dne | Dňa | Vào | Pada | Tanggal | La | În data de
  Στις | U | Dana | Dne | Al | Lúc | 在 | 于 | 於 | Ter | Man | Tir | Ons | Tor | Fre | Lør | Søn | Le | No dia | A | Kl.`);

/** "Original message", in what stands between dashes. */
export const originalWord = anyOf(`
  original message | original email | original e-mail | original mail | original appointment | reply message | previous message | message original
  message d'origine | courriel original | e-mail d'origine | courrier d'origine | original-nachricht | originalnachricht | original nachricht
  ursprüngliche nachricht | ursprungliche nachricht | ursprüngliche e-mail | ursprüngliche mail | originalmail | original-mail | antwort nachricht
  mensaje original | correo original | missatge original | mensagem original | mensagem de origem | e-mail original | messaggio originale
  messaggio di origine | oorspronkelijk bericht | oorspronkelijke bericht | oorspronkelijke e-mail | origineel bericht | originele bericht
  ursprungligt meddelande | originalmeddelande | ursprungligt mail | oprindelig meddelelse | oprindelig besked | original besked
  oprindelig mail | opprinnelig melding | opprinnelig beskjed | original melding | alkuperäinen viesti | oryginalna wiadomość
  wiadomość oryginalna | pierwotna wiadomość | treść oryginalnej wiadomości | původní zpráva | původní e-mail | původní email
  pôvodná správa | pôvodný e-mail | eredeti üzenet | orijinal mesaj | orjinal mesaj | orijinal ileti | özgün ileti | özgün mesaj
  исходное сообщение | исходное письмо | оригинальное сообщение | вихідне повідомлення | оригінальне повідомлення | оригинално съобщение
  mesaj original | mesajul original | originalna poruka | izvorna poruka | izvirno sporočilo | αρχικό μήνυμα | thư gốc | tin nhắn gốc
  pesan asli | mesej asal | ข้อความต้นฉบับ | الرسالة الأصلية | הודעה מקורית
  原始邮件 | 原始郵件 | 原邮件 | 原郵件 | 回复的原邮件 | 回覆的原郵件 | 回复邮件 | 回复原邮件 | 回复邮件的内容 | 原始信息 | 原始訊息 | 原邮件信息
  原始信件 | 原信件 | 原信息 | 邮件原件 | 元のメッセージ | 元のメール | 원본 메시지 | 원본 메일 | 원본 이메일 | 원본메일 | 원본 편지`);

/** "Forwarded message": what somebody passes on is what they want to say. */
export const forwardWord = anyOf(`
  forwarded message | forwarded by | forwarded email | forwarded mail | begin forwarded message | start of forwarded message | forward message
  weitergeleitete nachricht | anfang der weitergeleiteten nachricht | weitergeleitete mail | message transféré | message réexpédié
  début du message transféré | début du message réexpédié | mensaje reenviado | inicio del mensaje reenviado | mensagem encaminhada
  mensagem reencaminhada | início da mensagem encaminhada | inicio da mensagem reencaminhada | messaggio inoltrato | inizio messaggio inoltrato
  doorgestuurd bericht | begin doorgestuurd bericht | vidarebefordrat meddelande | vidarebefordrat brev | vidarebefordrat mail
  videresendt meddelelse | videresendt melding | videresendt besked | start på videresendt besked | välitetty viesti | edelleenlähetetty viesti
  przekazana wiadomość | wiadomość przekazana dalej | przeposílaná zpráva | přeposlaná zpráva | továbbított üzenet | iletilen mesaj | iletilmiş mesaj
  yönlendirilen mesaj | пересылаемое сообщение | пересланное сообщение | начало переадресованного сообщения | переслане повідомлення
  转发邮件信息 | 转发的邮件 | 转发邮件 | 轉寄郵件 | 轉寄的郵件 | 轉寄訊息 | 開始轉寄郵件 | 转发的信息 | 开始转发的邮件 | 开始转发邮件 | 轉寄信件
  転送されたメッセージ | 転送メッセージ | 転送元メッセージ | 전달된 메시지 | 전달한 메시지 | 전달된 메일 | thư được chuyển tiếp`);

/** Labels of the sender in a header block. */
export const fromLabels = setOf(`
  From | Von | De | Da | Van | Från | Fra | Frá | Od | От | От кого | Від | De la | Feladó | Lähettäjä | Kimden | Gönderen | Από | Nadawca
  Odesílatel | Odosielateľ | Absender | Afzender | Avsändare | Expéditeur | Remitente | Remetente | Mittente | Afsender | Avsender | Sender
  Šalje | Pošiljatelj | Saatja | Nuo | Từ | Dari | Daripada | จาก | من | מאת | Ki | Oд | Người gửi | Pengirim
  发件人 | 发信人 | 发送者 | 发送人 | 寄件者 | 寄件人 | 差出人 | 送信者 | 送信元 | 보낸 사람 | 보낸이 | 발신 | 발신자`);

/** Labels of the date. */
export const dateLabels = setOf(`
  Date | Sent | Sent on | Date sent | Sent at | Gesendet | Gesendet am | Datum | Envoyé | Envoyé le | Date d'envoi | Enviado | Enviado el | Fecha
  Enviada | Enviada em | Enviado em | Data | Data d'enviament | Inviato | Inviato il | Data invio | Verzonden | Verstuurd | Skickat | Skickades | Sendt | Dato | Sent
  Lähetetty | Päivämäärä | Päiväys | Pvm | Wysłano | Wysłane | Data wysłania | Odesláno | Odoslané | Dátum | Elküldve | Küldve | Küldés dátuma
  Gönderildi | Gönderme Tarihi | Gönderilme Tarihi | Gönderim Tarihi | Tarih | Отправлено | Дата | Дата отправки | Надіслано | Изпратено
  Trimis | Στάλθηκε | Ημερομηνία | Poslano | Poslato | Đã gửi | Ngày | Gửi | Dikirim | Tanggal | Dihantar | Tarikh | ส่ง | วันที่ | تم الإرسال | التاريخ | נשלח | תאריך
  发送时间 | 发送日期 | 发件时间 | 日期 | 时间 | 已发送 | 寄件日期 | 傳送時間 | 已傳送 | 傳送日期 | 寄件時間 | 時間 | 送信日時 | 送信日 | 日時 | 日付
  보낸 날짜 | 보낸날짜 | 날짜 | 일시 | 보낸 시간 | 작성일 | 발송일`);

/** The subject: with it, a block is surely a mail's. */
export const subjectLabels = setOf(`
  Subject | Betreff | Objet | Sujet | Asunto | Assunto | Oggetto | Onderwerp | Ämne | Emne | Efni | Aihe | Temat | Předmět | Predmet | Tárgy | Konu
  Тема | Относно | Subiect | Θέμα | Zadeva | Teema | Tēma | Tema | Chủ đề | Tiêu đề | Subjek | Perihal | Subjek | เรื่อง | الموضوع | נושא | Assumpte
  主题 | 主旨 | 主題 | 邮件主题 | 件名 | 제목`);

/** Labels of all else. */
export const restLabels = setOf(`
  To | Cc | Bcc | Reply-To | Reply to | Importance | Priority | Attachments | Organization | Copy | An | Kopie | Antwort an | Wichtigkeit | Priorität | Anlagen
  À | A | Pour | Copie | Copie à | Répondre à | Importance | Pièces jointes | Destinataire | Para | Copia | Responder a | Destinatario | CC | Com cópia
  Rispondi a | Risposta | Per conoscenza | Aan | Beantwoorden | Antwoord aan | Till | Kopia | Svara till | Til | Kopi | Svar til | Vastaanottaja
  Kopio | Do | DW | Dw | Komu | Kopie | Kópia | Címzett | Másolat | Másolatot kap | Kime | Bilgi | Alıcı | Кому | Копия | Копія | До | Către | Προς | Κοιν
  Prima | Za | Kam | Tới | Đến | Người nhận | Kepada | Tembusan | ถึง | สำเนา | إلى | נסخة | אל | עותק | Per a
  收件人 | 收信人 | 抄送 | 抄送人 | 密送 | 收件者 | 副本 | 副本抄送 | 附件 | 回复 | 回覆 | 宛先 | 返信先 | 받는 사람 | 받는이 | 참조 | 수신 | 수신자 | 숨은 참조`);
