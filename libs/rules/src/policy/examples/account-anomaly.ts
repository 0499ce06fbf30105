/** What goes wrong with accounts. */
import type { ExampleTexts } from './example-texts.ts';

export const accountAnomaly: ExampleTexts = {
  'cannot-sign-in': {
    en: `I cannot log in to my account
It says my password is wrong but it isn't
I forgot my password
The verification code never arrives
I can't sign in since yesterday
Login fails every time I try
How do I reset my password?
I get logged out again and again
No SMS code comes to my phone
The sign in page keeps sending me back
My fingerprint login stopped working
I can't get into my account any more`,
    zh: `我登录不了账号了
密码一直提示不正确
忘记密码怎么办
验证码收不到
从昨天开始就登不上去
每次登录都失败
怎么重置密码
老是自动退出登录
手机收不到短信验证码
登陆页面一直跳转
指纹登录用不了了
账号进不去`,
  },
  'account-locked': {
    en: `My account has been locked
Somebody hacked my account
Why was my account suspended?
I see a sign in from another country that wasn't me
Please unblock my account
My account was banned without a reason
Someone changed my password and it was not me
Suspicious activity on my account, please freeze it
All my points are gone, I think I was hacked
You disabled my account, why?
A stranger is ordering things with my account
My profile has been restricted`,
    zh: `我的账号被冻结了
账号被盗了怎么办
为什么封我的号
提示异地登录,不是我本人
请帮我解封账号
无缘无故被封号
有人改了我的密码
账号有异常,请先帮我冻结
积分全没了,怀疑被盗号
我的账户被限制使用了
有陌生人用我的账号下单
账号显示存在风险被锁定`,
  },
  'change-account-details': {
    en: `I want to change the phone number of my account
How do I update my email address?
Please change the name on my profile
I have a new mobile number
Can I merge my two accounts?
I would like to delete my account
How do I unlink my old phone?
Change my date of birth please
My surname changed after marriage, please update
Close my account and remove my personal details
I typed a wrong email when I registered
Move my membership to another e-mail`,
    zh: `我想更换绑定的手机号
邮箱怎么修改
帮我改一下账户名字
手机号换了怎么换绑
两个账号能合并吗
我要注销账号
旧手机号怎么解绑
生日填错了怎么改
想改一下会员资料
注册时邮箱写错了
实名信息怎么变更
把会员转到另一个手机号`,
  },
};
