/** Where the picture made of facts stands below a page's address, and how large it is. */
export const sharePicture = { path: 'share.png', width: 1_200, height: 630 };
