/** The demo shop's page: speaks the visitor's language and puts the chat bubble on, as any host page would. */
(() => {
  const zhHans = {
    skip: '跳到商品',
    strip: '满 480 元包邮 · 30 天内可退换',
    shop: '炉叶茶舍',
    nav1: '茶叶',
    nav2: '茶器',
    nav3: '到店',
    nav4: '帮助',
    over: '2026 春茶上新',
    title: '日子再快，<br>也慢慢喝杯茶。',
    lead: '武夷与云南单一茶园的叶子，小窑慢烧的器物。每周二打包，周五前送到。',
    act: '看看春茶',
    ask: '问问茶艺师',
    goods: '本周上架',
    g1: '大红袍 50 克',
    d1: '焙火岩茶，温厚绵长。',
    g2: '青瓷茶壶 400 毫升',
    d2: '断水利落，不滴不漏。',
    g3: '陶杯一对',
    d3: '每一只都略有不同。',
    g4: '竹茶筅',
    d4: '百本立，手工剖丝。',
    h1: '包裹到哪儿了？',
    p1: '在对话里告诉我们订单号即可，不用注册。关掉页面再回来，对话也还在。',
    h2: '收到时碎了？',
    p2: '陶器难免磕碰。告诉我们怎么回事，当周补寄一件新的。',
    h3: '来坐坐',
    p3: '运河街 12 号，周二至周六营业，水一直烧着。',
    foot: '炉叶茶舍是一家虚构的店，用来展示 Trunkline 的对话窗口放在网页上的样子。',
    prices: ['¥188', '¥528', '¥248', '¥148'],
    locale: 'zh-Hans',
  };
  const zhHant = {
    skip: '跳到商品',
    strip: '滿 2,000 元免運 · 30 天內可退換',
    shop: '爐葉茶舍',
    nav1: '茶葉',
    nav2: '茶器',
    nav3: '門市',
    nav4: '協助',
    over: '2026 春茶上架',
    title: '日子再快，<br>也慢慢喝杯茶。',
    lead: '武夷與雲南單一茶園的葉子，小窯慢燒的器物。每週二包裝，週五前送達。',
    act: '看看春茶',
    ask: '請教茶藝師',
    goods: '本週上架',
    g1: '大紅袍 50 公克',
    d1: '焙火岩茶，溫厚綿長。',
    g2: '青瓷茶壺 400 毫升',
    d2: '斷水俐落，不滴不漏。',
    g3: '陶杯一對',
    d3: '每一只都略有不同。',
    g4: '竹茶筅',
    d4: '百本立，手工剖絲。',
    h1: '包裹到哪裡了？',
    p1: '在對話裡告訴我們訂單編號即可，不必註冊。關掉頁面再回來，對話也還在。',
    h2: '收到時破了？',
    p2: '陶器難免磕碰。告訴我們怎麼回事，當週補寄一件新的。',
    h3: '來坐坐',
    p3: '運河街 12 號，週二至週六營業，水一直燒著。',
    foot: '爐葉茶舍是一家虛構的店，用來展示 Trunkline 的對話視窗放在網頁上的樣子。',
    prices: ['NT$780', 'NT$2,180', 'NT$980', 'NT$620'],
    locale: 'zh-Hant',
  };
  const labels = {
    'zh-Hans': { nav: '商店', tongue: '语言', basket: '购物篮，2 件', still: '木架上的茶壶、两只茶杯和一罐茶叶' },
    'zh-Hant': { nav: '商店', tongue: '語言', basket: '購物籃，2 件', still: '木架上的茶壺、兩只茶杯和一罐茶葉' },
  };
  const asked = new URLSearchParams(location.search);
  const wish = (asked.get('lang') ?? navigator.language).toLowerCase();
  const language = /^zh.*(hant|tw|hk|mo)/.test(wish) ? 'zh-Hant' : wish.startsWith('zh') ? 'zh-Hans' : 'en';

  const script = document.createElement('script');
  script.src = '/chat/widget.js';
  script.async = true;
  script.dataset.site = asked.get('site') ?? 'demo';
  script.dataset.lang = language;
  script.dataset.color = '#1f6f5c';
  document.documentElement.lang = language;
  addEventListener('DOMContentLoaded', () => {
    const words = { 'zh-Hans': zhHans, 'zh-Hant': zhHant }[language];
    if (words) speak(words, labels[language]);
    for (const link of document.querySelectorAll('[data-lang]')) {
      if (link.dataset.lang === language) link.setAttribute('aria-current', 'true');
    }
    document.querySelector('[data-chat]').addEventListener('click', () => window.trunkline?.open?.());
    document.body.append(script);
  });

  function speak(words, names) {
    document.title = words.shop;
    for (const place of document.querySelectorAll('[data-t]')) {
      const [first, ...rest] = words[place.dataset.t].split('<br>');
      place.replaceChildren(first);
      for (const line of rest) place.append(document.createElement('br'), line);
    }
    for (const place of document.querySelectorAll('[data-l]')) place.setAttribute('aria-label', names[place.dataset.l]);
    document.querySelectorAll('.price').forEach((place, at) => {
      place.textContent = words.prices[at];
    });
  }
})();
