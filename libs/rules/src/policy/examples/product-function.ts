/** What people ask about a product's functions. */
import type { ExampleTexts } from './example-texts.ts';

export const productFunction: ExampleTexts = {
  'how-to-use': {
    en: `How do I use the timer on this oven?
Can you explain how the sharing button works?
I can't find where to export my notes
Is there a manual for the coffee machine?
What does the blue light mean?
How can I print from my phone?
Please tell me step by step how to record a call
Where do I find my saved addresses in the app?
How do I switch the language of the menu?
I do not understand how the filter is used
Is there a tutorial video for beginners?
How do you turn on night mode?
Which button starts the cleaning program?`,
    zh: `这个功能怎么用啊
请问如何使用定时功能
有没有使用教程
说明书看不懂,能教我一下吗
怎么把照片导出来
蓝灯一直亮是什么意思
夜间模式在哪里打开
这个按钮是干什么的
怎么切换语言
请问在哪里能看到我的收藏
如何分享给好友
怎么操作才能录音
新手不会用,求指导`,
  },
  'does-it-support': {
    en: `Does it support Bluetooth headphones?
Is this charger compatible with the old model?
Does the app work with Android 12?
Can it be used outdoors in the rain?
Is it possible to connect two screens?
Does the watch work without a phone?
Do you have a version that runs on Linux?
Will this lens fit my camera?
Can the camera record in 4K?
Does it come with wireless charging?
Is the bottle safe for the dishwasher?
Can I use it abroad with 110 volts?`,
    zh: `请问支持蓝牙耳机吗
这个充电器兼容旧款吗
安卓手机能用吗
是否支持无线充电
可以同时连接两台设备吗
没有手机手表能单独用吗
这款能防水吗
苹果电脑能不能装
支不支持离线使用
这个镜头我的相机能装上吗
能在国外用吗,电压一样吗
有没有语音识别这个功能`,
  },
  'set-up': {
    en: `How do I install the driver?
I need help setting up my new router
The pairing with the speaker doesn't finish
How do I activate the SIM card?
Configure the mail account on my tablet please
First time setup stops at step three
How do I connect the printer to wifi?
I can't pair the remote with the TV
Where do I enter the activation code?
How to set up two devices on one account
Installing the software on a second computer
The device does not show up when I try to add it`,
    zh: `怎么安装驱动
新买的路由器怎么设置
蓝牙配对一直不成功
激活码在哪里输入
第一次使用怎么配置
打印机怎么连接无线网
设备添加不上怎么办
怎么绑定设备
安装到第三步就不动了
请问怎么激活
软件可以装在第二台电脑上吗,怎么装
遥控器怎么和电视配对`,
  },
};
