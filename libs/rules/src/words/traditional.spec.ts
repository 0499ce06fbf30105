/** Traditional writing is read as simplified: the pairs are sound, and whole sentences fold. */
import { fold } from './fold.ts';
import { traditionalToSimplified } from './traditional.ts';

const chars = [...traditionalToSimplified.replace(/\s+/g, '')];
const keys = chars.filter((_, at) => at % 2 === 0);
const values = chars.filter((_, at) => at % 2 === 1);

test('every traditional character has a simplified one, and there are at least 2,500', () => {
  expect(values.length).toBe(keys.length);
  expect(keys.length).toBeGreaterThanOrEqual(2500);
  expect(chars.filter((char) => !/^\p{Script=Han}$/u.test(char))).toEqual([]);
});

test('no character is paired with itself or paired twice', () => {
  expect(keys.filter((key, at) => key === values[at])).toEqual([]);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('what was folded is not folded any further', () => {
  const known = new Set(keys);
  expect(values.filter((value) => known.has(value))).toEqual([]);
});

test.each([
  ['請問我的包裹現在到哪裡了,物流顯示還沒有更新', '请问我的包裹现在到哪里了,物流显示还没有更新'],
  ['訂單取消後,退款什麼時候會退回信用卡?', '订单取消后,退款什么时候会退回信用卡?'],
  ['帳號被盜用,密碼也被改掉了,麻煩儘快凍結', '帐号被盗用,密码也被改掉了,麻烦尽快冻结'],
  ['這雙鞋鬆緊帶斷了,襪子還破了個洞,實在太離譜', '这双鞋松紧带断了,袜子还破了个洞,实在太离谱'],
  ['客服態度惡劣,講話諷刺,我要向主管申訴', '客服态度恶劣,讲话讽刺,我要向主管申诉'],
  ['發票抬頭寫錯,統一編號請重新開立', '发票抬头写错,统一编号请重新开立'],
  ['門市營業時間?離捷運站遠嗎?停車費怎麼計算', '门市营业时间?离捷运站远吗?停车费怎么计算'],
  ['藍牙耳機無法與筆記型電腦連線,韌體更新後閃退', '蓝牙耳机无法与笔记型电脑连线,韧体更新后闪退'],
  ['颱風天延誤,雞蛋碎了,鳳梨酥發霉,麵包過期', '台风天延误,鸡蛋碎了,凤梨酥发霉,面包过期'],
  ['冰箱壓縮機聲響過大,維修師傅說要換零件', '冰箱压缩机声响过大,维修师傅说要换零件'],
  ['唔該幫我查下件貨,嗰日話寄咗順豐', '唔该帮我查下件货,嗰日话寄咗顺丰'],
  ['ABC12345(全形)', 'abc12345(全形)'],
])('%s', (traditional, simplified) => expect(fold(traditional)).toBe(fold(simplified)));

test('a sentence that is simplified already stays as it is', () =>
  expect(fold('我的账号登录不上了,验证码一直收不到')).toBe('我的账号登录不上了,验证码一直收不到'));
