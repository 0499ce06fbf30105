/** What breaks technically. */
import type { ExampleTexts } from './example-texts.ts';

export const technicalFault: ExampleTexts = {
  'app-crashes': {
    en: `The app crashes when I open it
It freezes on the start screen
After the update everything closes by itself
The screen goes black in the middle of a call
The program stops working when I save
It crashes every time I upload a photo
My phone hangs as soon as I start your app
The game quits in level two
The device restarts by itself
White screen after login and nothing happens
The app is frozen and I can't click anything
Crash on iOS since version 5`,
    zh: `一打开就闪退
卡在启动页不动了
更新以后总是自动退出
通话中突然黑屏
保存的时候程序崩溃
一上传照片就闪退
打开你们软件手机就卡死
游戏第二关老是退出
设备自己重启
登录后白屏
界面卡住点不动
升级到最新版以后一直崩`,
  },
  'slow-or-down': {
    en: `The website is down
Pages are loading very slowly
I can't reach the server
The connection drops every few minutes
Is there an outage right now?
Videos keep buffering
Everything is extremely slow today
The site doesn't load
The service is not available since this morning
It disconnects all the time
The page takes a minute to open
Your system seems to be offline`,
    zh: `网站打不开
加载特别慢
连不上服务器
几分钟就断线一次
现在是不是系统维护
视频一直缓冲
今天特别卡
页面刷不出来
从早上开始就用不了服务
老是掉线
打开一个页面要一分钟
你们系统是不是挂了`,
  },
  'error-message': {
    en: `I get error code 500
It says something went wrong
An error message appears when I press send
Error E12 on the display
"Invalid request" when I submit the form
There is a bug in the calendar, dates are wrong
The message says "unknown exception"
The upload ends with an error
It shows "file not supported"
The total in the report is calculated wrong
Code 403 when I open the settings
A red warning pops up on every page`,
    zh: `提示错误代码500
页面显示出错了
点发送就报错
屏幕上显示E12
提交表单提示请求无效
日历有个bug,日期不对
提示系统异常
上传的时候报错
显示文件格式不支持
报表合计算错了
打开设置提示403
每个页面都弹出红色警告`,
  },
};
