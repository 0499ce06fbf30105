/** One accent, greys from tokens.css, the house's sizes: what Mantine's parts look like here. */
import { createTheme } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'trunk',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  colors: {
    dark: [
      '#e9edef',
      '#b7c1c7',
      '#94a1a9',
      '#6b7880',
      '#3b474e',
      '#273036',
      '#1b2226',
      '#14191c',
      '#0f1416',
      '#0b0f11',
    ],
    trunk: [
      '#e6f6f4',
      '#cdeae6',
      '#a0d6cf',
      '#74c7bc',
      '#5cc0b3',
      '#2a9d90',
      '#158577',
      '#0f766e',
      '#0b5f58',
      '#084842',
    ],
  },
  fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, fz: 12 } },
    Modal: {
      styles: { title: { fontSize: 16, fontWeight: 600 } },
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.4 } },
    },
    InputWrapper: { styles: { label: { marginBottom: 4, fontWeight: 500 } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
    Popover: { defaultProps: { shadow: 'lg', radius: 'md' } },
  },
});
