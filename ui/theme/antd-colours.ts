/** The values of styles/tokens.css that antd has to calculate with, in light; a test holds the two together. */
export const lightColours = {
  colorPrimary: '#233447',
  colorText: '#1a222d',
  colorTextSecondary: '#4f5b69',
  colorTextTertiary: '#5d6876',
  colorTextPlaceholder: '#5d6876',
  colorBorder: '#848f9c',
  colorBorderSecondary: '#e1e5ea',
  colorBgBase: '#ffffff',
  colorBgContainer: '#ffffff',
  colorBgElevated: '#ffffff',
  colorError: '#b3261e',
  colorWarning: '#9c3d0a',
  colorSuccess: '#1b6a44',
  colorInfo: '#233447',
  colorLink: '#1a222d',
};

/** The same in dark. */
export const darkColours: typeof lightColours = {
  colorPrimary: '#d3dde8',
  colorText: '#e5eaf0',
  colorTextSecondary: '#b0bbc8',
  colorTextTertiary: '#929eac',
  colorTextPlaceholder: '#929eac',
  colorBorder: '#6f7b89',
  colorBorderSecondary: '#2c3540',
  colorBgBase: '#12171d',
  colorBgContainer: '#12171d',
  colorBgElevated: '#1d242d',
  colorError: '#ff9d94',
  colorWarning: '#ffae80',
  colorSuccess: '#82d0a7',
  colorInfo: '#d3dde8',
  colorLink: '#e5eaf0',
};

/** Which token each of antd's colours repeats. */
export const tokenOf: Readonly<Record<keyof typeof lightColours, string>> = {
  colorPrimary: '--accent',
  colorText: '--ink',
  colorTextSecondary: '--ink-2',
  colorTextTertiary: '--ink-3',
  colorTextPlaceholder: '--ink-3',
  colorBorder: '--line-strong',
  colorBorderSecondary: '--line',
  colorBgBase: '--paper',
  colorBgContainer: '--paper',
  colorBgElevated: '--raised',
  colorError: '--status-danger',
  colorWarning: '--status-soon',
  colorSuccess: '--status-done',
  colorInfo: '--accent',
  colorLink: '--ink',
};
