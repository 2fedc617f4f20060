import { type ThemeConfig, theme } from 'antd';
import { darkColours, lightColours } from './antd-colours.ts';

/** The product's look for antd: no shadows but on what floats, 4-pixel corners, 14 pixels on the desk and 16 on the phone. */
export function antdTheme(options: {
  readonly dark: boolean;
  readonly phone: boolean;
  readonly still: boolean;
}): ThemeConfig {
  const colours = options.dark ? darkColours : lightColours;
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
      // Where nothing moves, no movement ends: a part that waited for the end would stay, unseen but read aloud.
      motion: !options.still,
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
