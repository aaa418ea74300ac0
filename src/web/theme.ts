import type { ThemeConfig } from 'antd'

/**
 * A quiet office: text of 15 px for eyes past forty, one blue that passes contrast at AA, borders instead of shadows.
 * The colours of text are darker than the library's own, which fail at small sizes.
 */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    colorLink: '#0958d9',
    colorLinkHover: '#003eb3',
    colorTextBase: '#1c2127',
    colorTextSecondary: '#48505b',
    colorTextTertiary: '#5a626d',
    colorTextDescription: '#5a626d',
    colorTextPlaceholder: '#6b727c',
    colorTextQuaternary: '#6b727c',
    colorPrimaryHover: '#003eb3',
    colorPrimaryActive: '#002c8c',
    colorPrimaryTextHover: '#003eb3',
    colorSuccess: '#237804',
    colorSuccessBg: '#f1f9ea',
    colorSuccessBorder: '#b9dca3',
    colorWarning: '#ad4e00',
    colorWarningBg: '#fff8e8',
    colorWarningBorder: '#f0cd8f',
    colorError: '#cf1322',
    colorErrorBg: '#fff2f1',
    colorErrorBorder: '#f5b5b0',
    colorInfoBg: '#eef4fe',
    colorInfoBorder: '#b5cdf5',
    colorBorder: '#c4c9d1',
    colorBorderSecondary: '#e3e6eb',
    colorBgLayout: '#f3f5f8',
    fontFamily: 'var(--font)',
    fontSize: 15,
    borderRadius: 5,
    controlHeight: 36,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    // Who asked their system for less movement gets none: lists and dialogs come and go at once.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Table: { headerBg: '#f3f5f8', headerColor: '#343b45', cellPaddingBlockMD: 9, cellPaddingInlineMD: 12, headerSplitColor: 'transparent' },
    Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
    Descriptions: { labelBg: '#f3f5f8' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}

/** The same office under a thumb: whatever is pressed is 44 px high, and a month of days still fits 360 px. */
export const thumbTheme: ThemeConfig = {
  ...theme,
  token: { ...theme.token, controlHeight: 44, controlHeightSM: 44 },
  components: { ...theme.components, DatePicker: { cellHeight: 32, cellWidth: 40 } },
}
