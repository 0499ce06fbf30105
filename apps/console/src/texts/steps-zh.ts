/** 下一步按钮上的文字，按操作代码排列。 */
export const stepsZh = {
  stepAct: {
    'take-over': '接管',
    'withdraw-transfer': '撤回征询',
    'plan-call-back': '安排回电',
    'ask-form': '询问缺少的信息',
    'fill-form': '填写',
    'ask-anything-else': '询问是否还有问题',
    resolve: '标记为已解决',
    'wrap-up': '填写小结',
    'complaint-step': '办理此步骤',
    'complaint-earlier': '告知客户',
    'complaint-earlier-heard': '记录客户答复',
    reply: '回复客户',
    'answer-consult': '给出指示',
    'tell-result': '已告知客户',
    'deliver-result': '确定告知方式',
    'hear-result': '记录客户答复',
    'submit-again': '再次提交',
    'end-unsatisfied': '安抚并结束',
  },
};
