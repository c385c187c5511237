import type { LanguagePack } from '../language-pack';

export const tl: LanguagePack = {
  code: 'tl',
  of: 'ng',
  claim: `
    mine | akin | akin na | akin yan | sa akin | sakin | kunin ko | kukunin ko | kuha ako | kuhanin ko | gusto ko | bili ako
    bibilhin ko | order ako | pa mine | pamine | mine ko | mine po | pareserve | pa reserve | reserve ko | bilhin ko
  `,
  claimWeak: 'gusto | kuha | pabili | ako | pa order | paorder | order | bili | pahingi | reserve',
  claimTier: 'steal | grab | lock',
  pass: 'pass | cancel | pa cancel | pacancel | cancel ko | icancel | pass ko | pass na | pass po | cancel po',
  passWeak: 'tanggal | tanggalin | pa remove | paremove | ibigay na sa iba | release',
  noLonger: `
    hindi na | hindi ko na | di na | di ko na | dina | ayaw ko na | ayoko na | nagbago isip ko | nagbago ang isip ko | wag na
    huwag na | wag na lang | hindi na po | hindi ko na po kukunin | di ko na kukunin
  `,
  change: 'palit | papalit | pa palit | palitan',
  wait: 'next mine | mine next | pila | pa pila | papila | next in line | second mine | 2nd mine | joiner',
  waitWeak: 'next | backup | second | sunod',
  label: 'number | no | num | code | item | lot | blg | numero | control number',
  filler: `
    kulay
    ang | yung | ung | si | yan | ito | to | ng | sa | na | rin | din | pa | lang | nga | ko | ako | po | ho | dito | tig
    muna | ipon | ipon muna | pa ipon | paipon | isa pa | agad | mo | sakin
  `,
  courtesy: `
    sana makuha | sana makuha ko | sana akin na | sana ako
    po | opo | oo | salamat | salamat po | maraming salamat | maraming salamat po | tnx po | thank you po | sis | sissy
    mamsh | mamshie | momsh | mommy | madam | mam | maam | ma am | ate | kuya | beh | bes | besh | lodi | idol | ganda
    ang ganda | cute | ang cute | grabe | hala | uy | hello po | hi po | pls | please | pls po | please po | paki | na | yehey
    yey | sana all | love | seller | boss | mars | mare | guys | naman | sorry | sorry po | pasensya na | pasensya na po
  `,
  subject: 'kami | tayo',
  my: 'aming | iyong',
  and: 'at | at saka | tsaka | saka | at yung | pati | and | tapos',
  or: 'o | o kaya | kaysa | imbes',
  question: `
    magkano | hm | hm po | how much | ilan | ano | anong | sino | sinong | kanino | kailan | saan | bakit | paano | pano
    alin | ba yung | available pa | avail pa | avail | available | meron pa | meron | may | ba | pwede | pwede ba | puwede | pde
    mayroon | nakuha ko ba | anong size | mag kano | pabulong | patingin | tanong | pakita | pakita po | patanong | sukat po
    tingin
  `,
  asking: 'kung | sold na ba',
  not: 'wala na budget | wala na akong budget | walang budget | wala nang budget | wala na pera | walang pera | hindi | di | wag | huwag | wala | walang | ayaw | ayoko | hnd | dili | no | not',
  anymore: 'na | na pala | na lang | nalang | pala',
  story: `
    kahapon | kanina | noong | nung | last week | dati | nakaraan | sold out | ubos | ubos na | naubos | nabili | nabenta
    nakuha na | nakuha | siya | sila | niya | nila | kanya | kanila | ikaw | iba | sayang | naunahan | namine | na mine
    minine | minine ko | nagmine | kinuha | binili | mine na ni
  `,
  recipient: 'kay | ni | nina | para kay',
  doubt: `
    kahit alin | kahit ano | kahit anong size | kahit anong kulay | kung ano meron | alinman
    siguro | sana | hanggang bukas | baka | yata | ata | parang | pero | bukas | mamaya | ngayon | halos | akala | sabi | kasi | ulit | iba pang
    maliban | kaya | test
  `,
  condition: 'kung | pag | kapag | basta | if | depende | sakali | kung may | kung kasya',
  joke: 'joke | joke lang | charot | char | chos | biro | biro lang | jk | eme | charot lang | joke joke',
  correction:
    'ay | ay mali | mali | ibig kong sabihin | i mean | este | teka | sorry | pala | ay hindi | ay sorry',
  all: 'lahat | lahat ng | buo | lahat yan | lahat na | all',
  times: 'x | qty',
  pieces: 'piraso | pcs | pc | pieces | pares | set | sets | pairs | box',
  counts: `
    isa = 1 | isang = 1 | dalawa = 2 | dalawang = 2 | tatlo = 3 | tatlong = 3 | apat = 4 | lima = 5 | anim = 6 | pito = 7
    walo = 8 | siyam = 9 | sampu = 10 | dos = 2 | tres = 3
  `,
  sizeMark: 'size | sukat',
  sizes: 'maliit = S | malaki = L | free size',
  colors: `
    pula = red | asul = blue | berde = green | itim = black | puti = white | dilaw = yellow | lila = purple | rosas = pink
    kayumanggi = brown | abo = gray
  `,
  measure:
    'minuto | oras | araw | linggo | buwan | taon | tao | viewers | pm | am | beses | kilo | anak | years old',
  currency: 'pesos | piso | php | peso | k | pisos',
  purpose:
    'ate | kuya | mommy | salamat | salamat po | hello po | hi po | para | para sa | pang | for | regalo',
  address:
    'order | bayad na | nagbayad na | nagbayad na po | bayad na po | sinend ko na | nag gcash na | nag gcash na po | isama sa order ko | pasama sa order ko | pasabay | hanggang bukas | bayad | bayaran | magbabayad | bayad ko | bukas | mamaya | brgy | barangay | ship sa | padala sa | address | address ko | deliver sa | taga | taga saan | cp | gcash | number ko',
  plea: 'pls | please | pls po | please po | paki',
};
