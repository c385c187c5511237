import type { LanguagePack } from '../language-pack';

/** Swedish, with the Norwegian words that differ from Danish. */
export const sv: LanguagePack = {
  code: 'sv',
  preposition: 'i | med',
  of: 'av',
  claim:
    'köp | köper | jag köper | jag tar | tar | jag vill ha | min | mitt | paxa | paxar | boka | bokar | kjøp | kjøper | jeg tar',
  claimWeak: 'vill ha | tingar | såld | sålt | solgt',
  pass: 'avstår | jag avstår | avboka | avbokar | ångrar | pass | avbestill',
  passWeak: 'ta bort | släpper',
  noLonger: 'vill inte längre | ångrat mig | har ångrat mig',
  change: 'byt | byta | byter',
  wait: 'reserv | väntelista | kö | i kö | venteliste',
  waitWeak: 'nästa | blir ledig',
  label: 'nummer | nr | vara | kod | artikel | plagg | numret',
  filler: 'den | det | de | denna | jag | också | även | gärna | då',
  harmless: `
    tack | tackar | snälla | hej | god kväll | fin | fint | jättefin | så fin | vacker | vackert | härligt | ja | okej | ok | äntligen
    älskar | underbar | kram | takk
  `,
  subject: 'vi',
  my: 'vår | vårt | mina',
  and: 'och | samt | plus | og',
  or: 'eller | istället för',
  questionAnywhere: `
    hur | hur mycket | vad | vem | var | när | varför | vilken | vilket | finns | kvar | kostar | pris | visa | storlekar | kan jag
    kan du | får jag
  `,
  questionAtStart: 'är | har',
  not: 'inte | ej | ingen | inget | nej | utan | ikke',
  anymore: 'längre | mer',
  report: 'igår | förra veckan | förra | slutsåld | slut | sålde | hon | han | tyvärr | missade | kom fram',
  doubt: 'kanske | nog | men | imorgon | idag | tror | annan | utom | bara | nästan | till',
  condition: 'om | ifall | förutsatt',
  joke: 'skojar | skämtar | skoja',
  correction: 'menar | jag menar | fel | nej vänta | rättelse',
  all: 'alla | allt | allihop',
  times: 'x | antal | gånger',
  pieces: 'st | stycken | par | set | paket',
  counts:
    'en = 1 | ett = 1 | två = 2 | tre = 3 | fyra = 4 | fem = 5 | sex = 6 | sju = 7 | åtta = 8 | nio = 9 | tio = 10',
  numerals: `
    elva = 11 | tolv = 12 | tretton = 13 | fjorton = 14 | femton = 15 | sexton = 16 | sjutton = 17 | arton = 18 | nitton = 19
    tjugo = 20 | trettio = 30 | fyrtio = 40 | femtio = 50 | sextio = 60 | sjuttio = 70 | åttio = 80 | nittio = 90 | hundra = *100
  `,
  sizeMark: 'storlek | strl | stl | i storlek | størrelse',
  sizes: 'liten = S | mellan = M | stor = L',
  colors: `
    röd = red | röda = red | blå = blue | grön = green | gröna = green | svart = black | svarta = black | vit = white
    vita = white | rosa = pink | lila = purple | gul = yellow | grå = gray | brun = brown | beige | guld = gold | silver
  `,
  measure: 'minuter | minut | timme | timmar | dag | dagar | vecka | veckor | år | personer | kg | cm',
  currency: 'kr | kronor | sek | nok',
  purpose: `
    till min | till mamma | för | tack
  `,
  address: 'adress | frakt | skicka till | telefon | tel | postnummer | swish | hämtar | hämta',
};
