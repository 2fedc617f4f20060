/** English names of the laws that the layers cite, as they are customarily called. Only the Chinese names are official. */
export const lawNames: Readonly<Record<string, string>> = {
  职业教育法: 'Vocational Education Law',
  劳动合同法: 'Labour Contract Law',
  个人信息保护法: 'Personal Information Protection Law',
  电子签名法: 'Electronic Signature Law',
  未成年人保护法: 'Law on the Protection of Minors',
  禁止使用童工规定: 'Provisions on the Prohibition of Child Labour',
  劳动法: 'Labour Law',
  '未成年工特殊保护规定(劳部发〔1994〕498号)':
    'Provisions on the Special Protection of Juvenile Workers (1994, No. 498)',
  女职工劳动保护特别规定: 'Special Provisions on the Labour Protection of Female Employees',
  职业病防治法: 'Law on the Prevention and Control of Occupational Diseases',
  全国年节及纪念日放假办法: 'Regulation on Public Holidays for National Annual Festivals and Memorial Days',
  '职业学校教师企业实践规定(教师〔2016〕3号)':
    'Provisions on the Enterprise Practice of Vocational School Teachers (2016, No. 3)',
  宁波市职业教育校企合作促进条例:
    'Ningbo Regulations on Promoting School–Enterprise Cooperation in Vocational Education',
  青岛市职业教育条例: 'Qingdao Regulations on Vocational Education',
  上海市职业教育条例: 'Shanghai Regulations on Vocational Education',
};
