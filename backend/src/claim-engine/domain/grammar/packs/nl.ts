import type { LanguagePack } from '../language-pack';

export const nl: LanguagePack = {
  code: 'nl',
  vague: 'een paar | paar | enkele | een aantal | meerdere',
  change: 'ruil | ruilen | omruilen',
  preposition: 'in | met',
  of: 'van de | van het | van',
  claim: `
    mijn | van mij | voor mij | is van mij | ik neem | neem | neem ik | ik wil | wil ik | ik wil graag | wil graag | ik koop
    koop | koop ik | verkocht | gekocht | reserveer | reserveren | ik reserveer | ik bestel | bestel | die wil ik | doe mij
    geef mij | ik neem hem | ik pak | pak
  `,
  claimWeak: 'ik | wil | graag | gereserveerd | nodig | hebben | ikke | besteld | interesse',
  pass: `
    pas | ik pas | annuleer | annuleren | ik annuleer | cancel | afzeggen | geef vrij | ik zie ervan af | ik zie af van
    zie af van
  `,
  passWeak: 'laat | laat gaan | verwijder | haal me eraf | terug | geannuleerd | weg',
  noLonger: `
    niet meer | toch niet | ik wil niet meer | van gedachten veranderd | bedacht me | ik heb me bedacht | bedacht | liever niet
    bij nader inzien
  `,
  wait: 'wachtlijst | op de wachtlijst | reserve | op reserve | in de wachtrij',
  waitWeak: 'volgende | tweede | wachtrij',
  participles: 'verkocht | gekocht | gereserveerd | besteld',
  pointer: 'deze | dit',
  lastVerb: `
    annuleren
  `,
  label: 'nummer | nr | num | no | artikel | art | kavel | lot | stuk | code | model | item',
  filler: `
    de | het | een | die | dat | deze | dit | van | op | ook | graag | dan | maar even | hem | er | ik | nu | hier | hoor
    even | meteen
  `,
  harmless: `
    alsjeblieft | alstublieft | aub | ajb | asjeblieft | svp | bedankt | dank je | dankje | dank je wel | dankjewel | dank u
    dank | hoi | hallo | hey | goedenavond | goedemiddag | goedemorgen | schat | lieverd | meid | dames | ja | jaa | jippie
    joepie | yes | wauw | wow | mooi | zo mooi | prachtig | leuk | super | geweldig | eindelijk | perfect | top | groetjes
    liefs | oh | lief | schattig | heerlijk | oke | ok | sorry | het spijt me
  `,
  subject: 'wij | we | heb | ik heb | hebben wij',
  my: 'm n | onze | ons | jouw | zijn | haar | uw',
  and: 'en | en de | en ook | plus',
  or: 'of | of de | in plaats van',
  questionAnywhere: `
    hoeveel | wat | wie | welke | welk | waar | wanneer | waarom | hoe | hoe duur | prijs | kost | beschikbaar
    nog beschikbaar | is er nog | zijn er nog | heb je | hebben jullie | kan ik | mag ik | kun je | welke maat | wat kost
    nog over | zien | weten | laat zien | maten | info
  `,
  questionAtStart: 'is | zijn | was | kan | mag | heeft | wordt | werd',
  not: 'niet | geen | nee | nooit | niemand | zonder | neen',
  anymore: 'meer | toch | langer',
  report: `
    gisteren | vorige week | vorige maand | vorig jaar | laatst | geleden | al | reeds | uitverkocht | was verkocht | werden
    hij | zij | ze | jullie | jij | je | u | iemand | jammer | gemist | helaas | wilde | had | eerder
  `,
  recipient: 'aan | door | bij',
  doubt: `
    misschien | denk | denk ik | alleen | maar | vandaag | morgen | bijna | tussen | tot | twijfel | ander | andere | als | net
    nog | behalve | ongeveer | liever | beter
  `,
  condition: 'als | indien | als het | mits | alleen als | tenzij | ligt eraan',
  joke: 'grapje | grap | geintje | mopje',
  correction:
    'ik bedoel | ik bedoelde | bedoel | oeps | correctie | sorry | wacht | foutje | liever de | nee de',
  all: 'alle | alles | allemaal | de rest | beide',
  times: 'keer | x | maal | aantal',
  pieces: 'stuks | stuk | st | paar | keer | doosjes | dozen',
  numerals: `
    elf = 11 | twaalf = 12 | dertien = 13 | veertien = 14 | vijftien = 15 | zestien = 16 | zeventien = 17
    achttien = 18 | negentien = 19 | twintig = 20 | eenentwintig = 21 | tweeëntwintig = 22 | drieëntwintig = 23
    vierentwintig = 24 | vijfentwintig = 25 | zesentwintig = 26 | zevenentwintig = 27 | achtentwintig = 28
    negenentwintig = 29 | dertig = 30 | eenendertig = 31 | tweeëndertig = 32 | drieëndertig = 33 | vierendertig = 34
    vijfendertig = 35 | zesendertig = 36 | zevenendertig = 37 | achtendertig = 38 | negenendertig = 39 | veertig = 40
    eenenveertig = 41 | tweeënveertig = 42 | drieënveertig = 43 | vierenveertig = 44 | vijfenveertig = 45
    zesenveertig = 46 | zevenenveertig = 47 | achtenveertig = 48 | negenenveertig = 49 | vijftig = 50
    eenenvijftig = 51 | tweeënvijftig = 52 | drieënvijftig = 53 | vierenvijftig = 54 | vijfenvijftig = 55
    zesenvijftig = 56 | zevenenvijftig = 57 | achtenvijftig = 58 | negenenvijftig = 59 | zestig = 60
    eenenzestig = 61 | tweeënzestig = 62 | drieënzestig = 63 | vierenzestig = 64 | vijfenzestig = 65
    zesenzestig = 66 | zevenenzestig = 67 | achtenzestig = 68 | negenenzestig = 69 | zeventig = 70
    eenenzeventig = 71 | tweeënzeventig = 72 | drieënzeventig = 73 | vierenzeventig = 74 | vijfenzeventig = 75
    zesenzeventig = 76 | zevenenzeventig = 77 | achtenzeventig = 78 | negenenzeventig = 79 | tachtig = 80
    eenentachtig = 81 | tweeëntachtig = 82 | drieëntachtig = 83 | vierentachtig = 84 | vijfentachtig = 85
    zesentachtig = 86 | zevenentachtig = 87 | achtentachtig = 88 | negenentachtig = 89 | negentig = 90
    eenennegentig = 91 | tweeënnegentig = 92 | drieënnegentig = 93 | vierennegentig = 94 | vijfennegentig = 95
    zesennegentig = 96 | zevenennegentig = 97 | achtennegentig = 98 | negenennegentig = 99 | honderd = *100
  `,
  counts: `
    een = 1 | één = 1 | twee = 2 | drie = 3 | vier = 4 | vijf = 5 | zes = 6 | zeven = 7 | acht = 8 | negen = 9 | tien = 10
  `,
  age: 'jaar | maanden | maand',
  sizeMark: 'maat | in maat | mt',
  sizes: 'klein = S | medium = M | groot = L',
  colors: `
    rood = red | rode = red | blauw = blue | blauwe = blue | groen = green | groene = green | zwart = black | zwarte = black
    wit = white | witte = white | roze = pink | paars = purple | paarse = purple | geel = yellow | gele = yellow
    oranje = orange | bruin = brown | bruine = brown | grijs = gray | grijze = gray | beige | goud = gold | zilver = silver
    donkerblauw = navy | lichtblauw = light blue
  `,
  measure: `
    minuten | minuut | min | uur | uren | dagen | dag | weken | week | maanden | maand | jaar | jaren | mensen | personen | kilo
    gram | meter | cm | kinderen
  `,
  currency: 'euro | eur | euros | cent',
  purpose: `
    voor | bedankt | dank je
  `,
  address:
    'verzenden naar | sturen naar | adres | mijn adres | telefoon | tel | postcode | leveren in | mijn nummer is',
};
