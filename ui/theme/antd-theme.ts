import { type ThemeConfig, theme } from 'antd';

// The values of styles/tokens.css that antd has to calculate with; a test holds the two together.
const light = {
  colorPrimary: '#233447',
  colorText: '#1a222d',
  colorTextSecondary: '#4f5b69',
  colorTextTertiary: '#65707e',
  colorTextPlaceholder: '#65707e',
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

const dark: typeof light = {
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

/** The product's look for antd: no shadows but on what floats, 4-pixel corners, 14 pixels on the desk and 16 on the phone. */
export function antdTheme(options: { readonly dark: boolean; readonly phone: boolean }): ThemeConfig {
  const colours = options.dark ? dark : light;
  const onPrimary = options.dark ? '#141a21' : '#ffffff';
  return {
    algorithm: options.dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...colours,
      colorTextLightSolid: onPrimary,
      colorBgSpotlight: options.dark ? '#d3dde8' : '#233447',
      fontFamily: 'inherit',
      fontSize: options.phone ? 16 : 14,
      controlHeight: options.phone ? 44 : 34,
      borderRadius: 4,
      borderRadiusLG: 4,
      borderRadiusSM: 4,
      borderRadiusXS: 2,
      boxShadow: 'none',
      boxShadowTertiary: 'none',
      boxShadowSecondary: 'var(--shadow-float)',
      motionDurationSlow: '0.18s',
      motionDurationMid: '0.14s',
      motionDurationFast: '0.1s',
      controlOutlineWidth: 2,
      wireframe: false,
    },
    components: {
      Button: {
        defaultShadow: 'none',
        primaryShadow: 'none',
        dangerShadow: 'none',
        primaryColor: onPrimary,
        // The dark algorithm would dim the one strong colour.
        colorPrimary: colours.colorPrimary,
        colorPrimaryHover: options.dark ? '#eaf0f6' : '#35495f',
        colorPrimaryActive: colours.colorPrimary,
      },
      Tooltip: { colorTextLightSolid: onPrimary },
    },
  };
}
