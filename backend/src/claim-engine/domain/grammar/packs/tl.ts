import type { LanguagePack } from '../language-pack';

export const tl: LanguagePack = {
  code: 'tl',
  of: 'ng',
  claim: `
    mine | akin | akin na | akin yan | sa akin | sakin | kunin ko | kukunin ko | kuha ako | kuhanin ko | gusto ko | bili ako
    bibilhin ko | order ako | pa mine | pamine | mine ko | mine po | pareserve | pa reserve | reserve ko | bilhin ko
  `,
  claimWeak: `
    gusto | kuha | pabili | ako | pa order | paorder | order | bili | pahingi | reserve
    pwede mag mine ng | pwede pa mag mine ng | pwede ba mag mine ng | pwede po mag mine ng
    pwede po ba mag mine ng | pwede pa ba mag mine ng | pwede pa po ba mag mine ng
    pwede pa po bang mag mine ng | pwede pa bang mag mine ng | pwede bang mag mine ng
  `,
  claimTier: 'steal | grab | lock',
  pass: 'pa cancel na lang | pacancel na lang | pa cancel nalang | i cancel ko | cancel ko na | cancel ko na lang | pa cancel naman | paki cancel | pakicancel | pass | cancel | pa cancel | pacancel | cancel ko | icancel | pass ko | pass na | pass po | cancel po',
  passWeak: `
    di magbayad | hindi magbayad | hindi nagbayad | di nagbayad | di magbabayad |
    tanggal | tanggalin | pa remove | paremove | ibigay na sa iba | release | mag back out | nag back out
    mag-back out | magback out | mag cancel | mag-cancel | magcancel | nag cancel | bumitaw | umatras
  `,
  noLonger: `
    hindi na | hindi ko na | di na | di ko na | dina | ayaw ko na | ayoko na | nagbago isip ko | nagbago ang isip ko | wag na
    huwag na | wag na lang | hindi na po | hindi ko na po kukunin | di ko na kukunin
  `,
  change: 'palit | papalit | pa palit | palitan',
  wait: 'pa waitlist | pawaitlist | pa backup | waitlist ako | backup ako | pa joy mine | next mine | mine next | pila | pa pila | papila | next in line | second mine | 2nd mine | joiner',
  waitWeak: `
    next | backup | second | sunod | pila | pila po | pila ako | pila po ako | papila | papila po | pipila
  `,
  thing: `
    bag | damit | palda | sapatos | relo | singsing | hikaw | kwintas | pulseras | tsinelas | payong | unan | kumot | kaldero | baso | plato | bestida | blouse | terno | coords | dress | shoulder bag | sling bag | wallet
    tote bag | body bag | pabango | lipstick | laruan | manika | plorera | kurtina | jacket | hoodie | polo | duster
  `,
  topic: `
    shipping | ship | ships | sf | delivery | lbc | jnt | j & t | gcash | maya | cod | next live | next na live | mag live | magla live | magli live | physical store | location | saan kayo | saan po kayo | san po kayo | meet up | meetup | kamusta | kumusta | anong oras | kailan ulit | kelan ulit
  `,
  vocative: `
    beshie | beshy | bessy | mumsh | mumshie | mumshies | mamshies | inday | bhe | bhie | teh | ate ganda | ateng | accla | acclah | mhie | mhiema | ses | sez | cyst | sistah | tita | titas | ninang | mareng
    kumare | pare | tol | lods | bossing | kuys | koya | mommies | mamu | mader | manang | manong | pogi | host | ading | bebs | bebe | gurl | girl | bro | idol | kapatid | madam
  `,
  article: 'yung | ung | iyong | ang',
  vague: 'ilan | iilan | ilang piraso | mga ilan',
  talkEnd: 'pero | kaya | sige',
  shared: 'pareho = 2 | parehong = 2 | parehas = 2 | lahat = * | both = 2',
  wish: 'gusto ko na | gusto ko na ng | gusto ko po | gusto ko | gusto ko ng',
  harmlessBeforeClaim: `
    kakasahod lang | kakasahod | sweldo na | sumahod na | di ko kinaya | di ko napigilan | di ako nakatiis | hindi ko kinaya | nakahabol | nakaabot |
    pinayagan | pinayagan na | sahod na | payag na | payag | go na daw |
    walang pera | wala akong pera | wala na akong pera | pumayag | pumayag na | pumayag si | walang budget | wala nang budget | late na | late na ako | magagalit si mister
  `,
  label: 'number | no | num | code | item | lot | blg | numero | control number',
  filler: `
    kulay
    ang | yung | ung | si | yan | ito | to | ng | sa | na | rin | din | pa | lang | nga | ko | ako | po | ho | dito | tig
    muna | ipon | ipon muna | pa ipon | paipon | isa pa | agad | mo | sakin
  `,
  harmless: `
    wag mo ko iskip | wag mo ko i skip | wag mo ko skip | wag mo ako iskip | wag mo ako skip | wag nyo ko iskip | wag mo akong kalimutan | wag mo ko kalimutan | wag nyo ko kalimutan | kahit may gasgas | kahit may konting gasgas | kahit may damage | kahit may mantsa | kahit may konting damage | kahit may issue | kahit anong kulay |
    nawalan ng signal | nawalan ako ng signal | nawala signal ko | nawalan ng net | nawalan ng internet | naputol ang live | naputol net ko | nag hang | nag hang phone ko | nag-hang phone ko | nag loko phone ko | na lowbat | na-lowbat | lowbat | lowbat na | bumalik na ako | nakabalik na | back na ako | mahina signal | mahina ang signal | mahina net ko | ang bagal ng net ko | ang bagal ng net | kakapasok ko lang | next time | next time po | next time na lang | sa susunod | sa susunod na lang | laban | lavarn | go go go | pa notice | pa notice po | pansin naman | pansin po | hindi ko kinaya | di ko kinaya | first time ko | first time ko po | first time ko bumili | first time ko po bumili | wag nyo ibigay sa iba | wag niyo ibigay sa iba | wag ibigay sa iba | huwag ibigay sa iba | wag mo ibigay sa iba | wag po ibigay sa iba |
    kahit may damage | kahit may mantsa | ok lang kahit may damage | ok lang kahit may mantsa | ok lang | with damage ok lang | budol | budol na naman | nabudol na naman | nabudol | budol ka talaga | sulit |
    ang mura | mura | g lang | g na | habol | bahala na | bahala na si batman | ang lakas maka rich | wag nyo na ako agawan | wag nyo ako agawan | wag nyo agawan | walang agawan |
    naku | nako | sakto | sakto sahod | dagdag pa | dagdag ko na | ay ang ganda | bet na bet ko | ang ganda nito | ang ganda nyan | iba ka talaga |
    gora | ayan | ayun | hay naku | jusko | sheesh | push na | yes | yass | omg | wow | sa wakas | go na | ayy | yieee | huy | hoy | taray |
    sige | sige na | sige na nga |
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
  questionAnywhere: `
    magkano | hm | hm po | how much | ilan | ano | anong | sino | sinong | kanino | kailan | saan | bakit | paano | pano
    alin | ba yung | available pa | avail pa | avail | available | meron pa | meron | may | ba | pwede | pwede ba | puwede | pde
    mayroon | nakuha ko ba | anong size | mag kano | pabulong | patingin | tanong | pakita | pakita po | patanong | sukat po
    tingin
  `,
  questionAtStart: 'kung | sold na ba',
  not: 'wag mo ko iskip | wag mo ko i skip | wag mo ko skip | wag mo ako iskip | wag mo ako skip | wag nyo ko iskip | wag mo akong kalimutan | wag mo ko kalimutan | wag nyo ko kalimutan | wala na budget | wala na akong budget | walang budget | wala nang budget | wala na pera | walang pera | hindi | di | wag | huwag | wala | walang | ayaw | ayoko | hnd | dili | no | not | wag nyo ibigay sa iba | wag niyo ibigay sa iba | wag ibigay sa iba | huwag ibigay sa iba | wag mo ibigay sa iba | wag po ibigay sa iba',
  anymore: 'na | na pala | na lang | nalang | pala',
  report: `
    kahapon | kanina | noong | nung | last week | dati | nakaraan | sold out | ubos | ubos na | naubos | nabili | nabenta
    nakuha na | nakuha | siya | sila | niya | nila | kanya | kanila | ikaw | iba | sayang | naunahan | namine | na mine
    minine | minine ko | nagmine | kinuha | binili | mine na ni
  `,
  recipient: 'si | sina | kay | ni | nina | para kay',
  doubt: `
    magpapaalam | paalam muna | tanong ko | itatanong | magtatanong | itanong ko | tanungin ko | kausapin ko | isip muna | pag isipan | pagisipan | pag-isipan |
    next time | next time po | next time na lang | sa susunod | sa susunod na lang | kahit alin | kahit ano | kahit anong size | kahit anong kulay | kung ano meron | alinman
    siguro | sana | hanggang bukas | baka | yata | ata | parang | pero | bukas | mamaya | ngayon | halos | akala | sabi | kasi | ulit | iba pang
    maliban | kaya | test
  `,
  condition: 'kung | pag | kapag | basta | if | depende | sakali | kung may | kung kasya',
  joke: 'joke | joke lang | charot | char | chos | biro | biro lang | jk | eme | charot lang | joke joke',
  correction:
    'ay | ay mali | mali | ibig kong sabihin | i mean | este | teka | sorry | pala | ay hindi | ay sorry',
  all: 'lahat | lahat ng | buo | lahat yan | lahat na | all',
  times: 'x | qty',
  pieces:
    'balot | pakete | rolyo | bote | supot | piraso | pcs | pc | pieces | pares | set | sets | pairs | box',
  counts: `
    isa = 1 | isang = 1 | dalawa = 2 | dalawang = 2 | tatlo = 3 | tatlong = 3 | apat = 4 | lima = 5 | anim = 6 | pito = 7
    walo = 8 | siyam = 9 | sampu = 10 | dos = 2 | tres = 3
  `,
  release: 'mag back out | magback out | mag pass | nag back out | umatras | cancel',
  age: 'taon | buwan',
  sizeMark: 'shade | size | sukat',
  sizes: 'maliit = S | malaki = L | free size',
  colors: `
    pula = red | asul = blue | berde = green | itim = black | puti = white | dilaw = yellow | lila = purple | rosas = pink
    kayumanggi = brown | abo = gray
  `,
  measure:
    'minuto | oras | araw | linggo | buwan | taon | tao | viewers | pm | am | beses | kilo | anak | years old | na ako | na po ako | taong gulang | anyos | pirasong basag',
  currency: 'pesos | piso | php | peso | k | pisos',
  purpose: `
    ate | kuya | mommy | salamat | salamat po | hello po | hi po | para | para sa | pang | for | regalo
    thank you po
  `,
  address: `
    order | bayad na | nagbayad na | nagbayad na po | bayad na po | sinend ko na | nag gcash na
    nag gcash na po | isama sa order ko | pasama sa order ko | pasabay | hanggang bukas | bayad | bayaran
    magbabayad | bayad ko | bukas | mamaya | brgy | barangay | ship sa | padala sa | address | address ko
    deliver sa | taga | taga saan | cp | gcash | number ko
    hello po from | hi po from | hello from | hi from | watching po from | cod po sa | cod sa | sa cebu
    sa davao | sa manila
    cod
    lbc | jnt | jrs | lalamove | pa lbc | pa jnt | via lbc | via jnt
  `,
  plea: 'pls | please | pls po | please po | paki',
  opener: `
    di ako makapaniwala | hindi ako makapaniwala | di ko palalampasin | hindi ko palalampasin | sakto | swak | love ko | hatid | yey | nakahabol | buti naka | ang lambot | ang gara | regalo ko | amoy | ang bango | bango | naaalala ko | parang | bagay sa | bagay na bagay | paano magbayad | paano po magbayad | pano magbayad | pano po magbayad | san po magbayad | saan po magbabayad | san magbabayad | pakitabi | pakitabi muna | paki tabi
    pakihold | pa hold | hold muna | padeliver | sa wakas nakahabol | bagay sa akin | bagay sakin
    naiinlove ako | dream ko to | wish ko to | birthday gift ko | kanina ko pa | kanina pa | sa wakas
    bilisan | ship | paship | pa ship | padala | pakiship | pakisama | pasabay | isabay | isama | ipadala
    isend | pasend | paki | bayad | bayad ako | babayaran ko | magbabayad | gcash | para | para sa | pang
    regalo | panregalo | pasalubong | ang ganda | ganda | gustong gusto ko | ang tagal ko | tagal ko
    matagal ko | buti | buti na lang | salamat | yung may | yung naka | grabe | excited | hihintayin ko
    hintay ko | susuotin ko | isusuot ko | gagamitin ko | bagay sa | terno sa | partner sa | kasya to
    favorite ko | favorite | peborit ko | need ko | kailangan ko | inabangan ko | abang
    kanina pa ako nag aabang | pambahay | pang regalo | hindi ko palalampasin | di ko palalampasin
    di ko papalampasin | wag mo bigay sa iba | wag nyo agawin | walang aagaw | unahan na | pm you | pm kita
    pm po kita | pm ko po | pm ko na lang | dm kita | chat kita | message kita | i pm kita | gcash ko
    gcash po | bayad sa | bayad po sa | bayaran ko | bayaran ko po | sa sahod | sa sweldo | sweldo | cod
    cod po | lbc | pa lbc | pa j&t | pick up | pick up ko | pickup ko | kukunin ko na lang sa | daanan ko
    dadaanan ko | pang birthday | pang gift | pang bday | pang graduation | pang simba | pang binyag
    pang kasal | ang ganda ng | ang cute ng | ganda ng | kakulay ng | bagay na bagay | type ko to | type ko
    ito na yun | ito hinihintay ko | hello po | hi po | good eve | good eve po | good evening po | good pm
    good am | good morning po | maganda | magandang gabi | magandang gabi po | yay | omg | first time ko
    panalo | sama sa order | sama sa | isama sa | sa cebu po | sa davao po | cod po sa | cod sa | pang office
    pang trabaho | pang church | pang travel | pang beach | pang xmas | pamasko | pang mama | regalo sa
    galing talaga | wow ang | sulit | sulit na sulit | super ganda | super cute | sobrang ganda | sobrang cute
    perfect para sa | perfect sa | ayos na ayos | dream color ko | fave color ko | favorite color ko
    kapares ng | ka partner ng | pang collection | koleksyon ko | para kompleto | para makumpleto
    bagong sahod | kasasahod | kasasahod lang | mag bayad ako | magbabayad ako | magbayad ako | transfer ko
    send ko | send ko po | sinend ko | screenshot ko | pa hold po | pahold | pahold po | hold po | pa deliver
    lalamove | grab ko na lang | pick up po | sa tindahan | wag muna ipa ship | wag muna i ship
    wag muna ipadala | wag muna pa ship | huwag muna ipa ship | huwag muna i ship | huwag muna ipadala
    di na kailangan ng | hindi na kailangan ng | di ko na kailangan ng box | no need na ng
    hindi ako makapaniwala | di ako makapaniwala | buong ganda | hello from | hi from | watching from
    wag muna ipa-ship | wag muna i-ship | wag muna ipa-lbc | huwag muna ipa-ship | huwag muna i-ship | dagdag
    dagdag sa | padagdag | idagdag | isingit | love na love | hintayin ko na lang | hihintayin ko na lang
    paborito ni bunso | pang sala | pang bahay | para sa bahay | para sa sala
    nakaabot | nakaabot din | umabot | umabot din | matagal ko na | matagal na | tagal ko na | tagal ko nang
    hinahanap | hinahanap ko | inaabangan | inaabangan ko | inabangan | kanina pa ako | hintay | hinihintay
    antay | inaantay | pangpasko | pampasko | pang pasko | pang-pasko | pangregalo | pang ootd | pang alis
    pang gala | pang opisina | pang outing | pang terno | pang-terno | bagay to sa | bagay kay | terno ng
    terno to sa | sakto sa | sakto to | fave ko | kulay ko | gusto ko talaga | ganda talaga
    ang ganda ganda | ang cute | ang cute naman | napaka ganda | napakaganda | nabudol | nabudol na naman
    budol | budol ulit | taga | taga saan | from | dito sa | salamat po | maraming salamat | bahala na
    kulay | tela | bayad ko | bayad po ako | sahod | pagkasahod | kay | para kay | remembrance
  `,
  firstPerson: `
    ako | ko
  `,
  harmlessTalk: `
    parcel ko kahapon | parcel kahapon | order ko kahapon | order kahapon | sa kahapon | yung kahapon | mga kahapon | kahapon ko pang order | mine ko kahapon | sa mga kahapon |
    mag | hanggang dito | hanggang dito sa | hanggang bahay | gabi gabi | araw araw | na ng umaga | na ng gabi |
    order ko kahapon | order ko kanina | orders ko kahapon | orders ko kanina | mine ko kahapon | mine ko kanina | mga mine ko kahapon | mga mine ko kanina | order ko nung nakaraan | kahapon na order |
    bday ni | birthday ni | regalo kay | para sa anak | ni mama | ni nanay | ni bunso | ni baby | si mama
    hanggang bukas | gcash later | bayad later | later | mamaya | bukas | ngayon | po ate
    na lang | nalang | na po | pa po | ha | next week | sa sabado | sa linggo | sa lunes | sa biyernes
    sahod | mo | nyo | ninyo | pala to | lang po | po kita | sis | po sis | good eve mga | mga momsh
    mga mamsh | kita later | my gcash later | mamayang gabi | sa friday | sa monday | sa saturday
    sa sunday | sa katapusan | sa kinsenas | sa 15 | sa 30 | pagdating | po ng | order ko nung
    order ko kanina | nung monday | nung friday | nung sunday | last order ko | nakuha ko | ko nakuha
    matagal ko na | hinahanap to | ko na hinahanap | taga cebu po ako | sa cebu po ako | hanggang sahod
    bago ipadala | bago i-ship | bago ipa-ship | sa box ko | yung iba bago | ni bunso ang | bahala na
    bahala na si | bahala na si batman | na ako | na ko | ng kulay | ng tela | ng design | mura na
    ang mura | sulit | sa presyo | sulit sa presyo | kasi ang | kasi bagay | kasi gusto ko | isa sa akin
    isa sa | isa para sa | tig isa | tig-isa | tig isa kami | last live | nung last live
    nabili ko last live | ko no | ano
    hindi na ako makatulog | hindi ako makatulog | di ako makatulog | wag na po i - box | wag na i - box
    wag na po ibox
  `,
  excuse: `
    nagalit | nagalit si | ayaw ni mister | ayaw ni mader | walang budget | wala na budget | wala na pera
    next time na lang | next time na lang po | next time po | sa susunod na lang | short ang budget | kinapos
    maliit sa akin
  `,
  unsettlingTalk: `
    nauna sa akin | mas nauna | nauna na |
    ipon muna | mag ipon muna | mag iipon muna | pag iisipan muna | isip muna | isip isip muna | tanong muna | tanong ko muna | amoy luma | amoy imbak | amoy kulob |
    gusto ng | gusto ni | gusto nya | gusto niya | kapitbahay | magpaalam | paalam | info | kung | basta
    hangga't | unless | pero | kaso | sabi | sabi ni | sabi ng | daw | raw | nanalo | nauna | naunahan
    siguro | baka | yata | ata | parang | tingin ko | isip | iniisip | pag iisipan | pagisipan | tanong
    tatanong | tanungin | itanong | check ko | titingnan | tingnan | magkano | tawad | discount | kasya ba
    peke | pangit | sira | congrats | sayang | bata | typing | natype | naitype | napindot | tinapakan
    pusa | replay | test | subok | eme | basahin | nagbabasa | ibig sabihin | halimbawa | mayaman | sagot
    pag isipan | pag-isipan | ipag paalam | walang laman
    panaginip | charing | charing lang | pindot | pinindot | naisend | na send | nasend | napindot ng
    itatanong | tanong ko | magtatanong | papaalam
    sama sa order ni | order ni | order nila
    sure | di sure | kausapin | paalam ko
  `,
  retraction: `
    lang budget | lang ang budget | lang pera | joke | charot | char | chos | biro | mali | nagkamali | typo | wrong
    bawi | bawiin | binabawi | di pala | hindi pala | wag na | huwag na | wag pala | kalimutan | nagbago
    ayaw ko na pala | oops | ay | teka | sandali | wait | akin pa rin | keep ko | kukunin ko pala | if | kung | imbes
  `,
  person: `
    asawa | mister | misis | anak | nanay | tatay | mama | papa | ate | kuya | kapatid | kaibigan | pinsan | biyenan
    jowa | boyfriend | girlfriend | pusa | aso | apo | lola | lolo | tita | tito
  `,
  numerals: `
    bente = 20 | beinte = 20 | trenta = 30 | treinta = 30 | kwarenta = 40 | singkwenta = 50 | sisenta = 60
    sitenta = 70 | otsenta = 80 | nobenta = 90 | uno = 1 | kwatro = 4 | singko = 5 | sais = 6 | syete = 7
    siyete = 7 | otso = 8 | nuwebe = 9 | onse = 11 | dose = 12 | trese = 13 | katorse = 14 | kinse = 15
    disisais = 16 | disisiete = 17 | disiotso = 18 | disinuwebe = 19 | dalawampu = 20 | tatlumpu = 30
    apatnapu = 40 | limampu = 50
  `,
  harmlessIfDenied: `
    muna ipadala | muna i ship | muna iship | muna i padala | muna ipa ship | muna ipaship | muna ipa lbc
    kailangan ng resibo | kailangan ng box | kailangan ng kahon | kailangan ibalot | kailangan balutin
    kailangan i gift wrap | makapaniwala | ako makapaniwala | nagmamadali | ako nagmamadali | rush
    minamadali | resibo | paper bag
    muna ipa-ship | muna i-ship | muna ipa-lbc | muna pa-ship
    makatulog | ako makatulog | na ako makatulog | makatulog kakaisip | ko pinalampas | papalampasin
    ko papalampasin | ko na papalampasin | palalampasin | i box | po i box | na po i box | i-box | i balot
    i-balot | balutin | ibalot | na ako nagdalawang isip | nagdalawang isip | na nagdalawang isip
    ako nagsisi | magsisisi | pwedeng palampasin | pwede palampasin | pwede wala nito | mapigilan
    ko mapigilan | ko kaya | kaya ng powers | ako pwedeng | pwedeng wala
  `,
  date: `
    mag | magiging | edad | sa | ng | turning | nung | noong | alas | ala | hanggang | hanggang sa
  `,
  street: `
    brgy | barangay | purok | blk | block | lot | st | street | subd | subdivision | village
  `,
  cancelWord: `
    cancel | pa cancel | pacancel | cancel ko | icancel | cancel po
  `,
  sum: `
    lahat sila | silang lahat | tatlo sila | lahat po sila
  `,
  mistake: `
    mali | nagkamali | typo | napindot | pusa | namali | natype | naitype
  `,
  request: `
    pwede mag mine ng | pwede pa mag mine ng | pwede ba mag mine ng | pwede po mag mine ng
    pwede po ba mag mine ng | pwede pa ba mag mine ng | pwede pa po ba mag mine ng
    pwede pa po bang mag mine ng | pwede pa bang mag mine ng | pwede bang mag mine ng
  `,
  others: `
    binili |
    si | ni | nina | siya | sya | sila | niya | nya | nila | kanya | kanila | iba | ibang | ikaw | kayo | nakuha
    nakuha na | nabili | kinuha | meron na | mayroon na | meron | may na | mahal | ang mahal | swerte | sana all
    naol | presyo | kasi | kaya lang
  `,
  past: `
    kahapon | kanina | noon | dati | noong | last | mura
  `,
  when: `
    hanggang | pag | kapag | pagka
  `,
  favor: `
    bayad | bayaran | bayaran ko | babayaran | magbabayad | padala | ipadala | ship | deliver | pick up
    pickup | kukunin | kunin | hold | tabi | itabi | gcash | lbc | j&t
  `,
  era: 'pasko | taong | taon | summer',
  oneEach: `
    tig isa | tig - isa | tig 1 | tig - 1 | tig iisa
  `,
};
