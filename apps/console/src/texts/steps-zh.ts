/** 下一步按钮上的文字，按操作代码排列。 */
export const stepsZh = {
  stepAct: {
    'take-over': '接管',
  },
};
