/** Somebody who comes: name and post in both languages, and what they do there. */
const guestOf = (
  name: string,
  nameEn: string,
  post: string,
  postEn: string,
  duty: 'presider' | 'signer' | 'witness',
) => ({ name, nameEn, posts: [post], postsEn: [postEn], duty, isGroup: false });
const groupOf = (name: string, nameEn: string) => ({
  ...{ name, nameEn, posts: [], postsEn: [], duty: 'guest' as const, isGroup: true },
});

/** Who comes to a signing of the two sides, in order of precedence. All invented. */
export const signingGuests = {
  school: [
    guestOf('林知远', 'Lin Zhiyuan', '校长', 'President', 'signer'),
    guestOf('方晓雯', 'Fang Xiaowen', '校企合作办公室主任', 'Head of the Cooperation Office', 'witness'),
    groupOf('部分职能部门和专业负责人', 'heads of some departments and programmes'),
  ],
  enterprise: [
    guestOf('沈立成', 'Shen Licheng', '董事长', 'Chairman', 'signer'),
    guestOf('苏文博', 'Su Wenbo', '人力资源总监', 'Director of Human Resources', 'presider'),
    guestOf(
      '韩志诚',
      'Han Zhicheng',
      '新材料二期项目经理',
      'Manager of the New Materials Phase II Project',
      'witness',
    ),
    groupOf('相关部门负责人', 'leaders of the departments concerned'),
  ],
};
