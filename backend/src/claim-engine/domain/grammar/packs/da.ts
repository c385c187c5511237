import type { LanguagePack } from '../language-pack';

export const da: LanguagePack = {
  code: 'da',
  change: 'bytte | bytter | ombytte',
  preposition: 'i | med',
  of: 'af',
  claim: `
    køb | køber | jeg køber | købes | købt | solgt | min | mit | til mig | den er min | jeg tager | tager | jeg vil have
    vil have | vil gerne have | jeg vil gerne have | jeg vil gerne købe | vil gerne købe | reserver | jeg snupper | snupper
    jeg tar | bestiller | jeg bestiller | jeg nupper | nupper | ønsker | jeg ønsker
  `,
  claimWeak:
    'jeg | mig | vil | gerne | ja tak | reserveret | bestilt | shop | skal have | jeg skal have | interesseret',
  pass: `
    pas | jeg passer | passer | melder pas | annuller | annullér | annullerer | afbestil | afbestiller | fortryder
    jeg fortryder | afmeld | springer fra | slet
  `,
  passWeak: 'fjern | slip | giver slip | videre | annulleret | afbestilt',
  noLonger: `
    ikke alligevel | alligevel ikke | ikke længere | har ombestemt mig | ombestemt mig | har fortrudt | fortrudt | ikke mere
  `,
  wait: 'venteliste | på venteliste | på ventelisten | reserve | som reserve | i kø',
  waitWeak: 'næste | kø | anden',
  participles: 'købt | solgt | reserveret | bestilt',
  letterQuantity: 'shop',
  label: 'nummer | nr | num | no | vare | varenummer | varenr | lot | kode | stk nr | model | item | art',
  filler: `
    den | det | de | en | et | af | på | også | så | her | nu | lige | der | denne | dette | jeg | gerne | så gerne | straks
  `,
  harmless: `
    tak | mange tak | tusind tak | på forhånd tak | ja tak | ja | jaa | jep | hej | hejsa | godaften | goddag | skat | søde
    piger | damer | wow | flot | smuk | så flot | så fin | fin | lækker | dejlig | endelig | perfekt | super | skønt | kh
    knus | hurra | yes | åh | elsker den | elsker det | venligst | vær så venlig | smukt | ok | okay | be om | undskyld
    beklager
  `,
  subject: 'vi | har | jeg har',
  my: 'mine | din | dit | dine | vores | hans | hendes | sin',
  and: 'og | og den | samt | plus',
  or: 'eller | i stedet | i stedet for',
  questionAnywhere: `
    hvad | hvad koster | hvem | hvilken | hvilket | hvilke | hvor | hvor meget | hvor mange | hvornår | hvorfor | hvordan
    pris | koster | ledig | ledigt | tilbage | flere | kan jeg | kan man | må jeg | har du | har i | findes | fik jeg
    nåede jeg | stadig ledig | kan du | se | vise | vis | vide | mål
  `,
  questionAtStart: 'er | var | blev | kan | må | bliver | findes',
  not: 'ikke | ingen | intet | nej | aldrig | uden | næ | hverken',
  anymore: 'længere | mere | alligevel',
  report: `
    i går | igår | sidste uge | sidste måned | sidste år | siden | allerede | udsolgt | solgte | blev solgt | havde | han
    hun | du | nogen | desværre | øv | missede | tidligere | købte | ville | er solgt | pas på
  `,
  recipient: 'til | hos | af en',
  doubt: `
    måske | tror | kun | men | i dag | i morgen | næsten | mellem | indtil | overvejer | anden | andet | som | undtagen | cirka
    ca | lige nu | hellere | stadig | endnu
  `,
  condition: 'hvis | hvis det er | kun hvis | såfremt | medmindre | kommer an på',
  joke: 'for sjov | sjov | joke | spøg | det var for sjov | bare for sjov | laver sjov',
  correction:
    'jeg mener | jeg mente | mener | mente | ups | rettelse | undskyld | vent | fejl | hellere den | nej den',
  all: 'alle | alt | alle sammen | allesammen | resten | begge | det hele',
  times: 'gange | x | antal',
  pieces: 'stk | styk | stykker | par | pakker | pakke | gange | æsker',
  counts:
    'en = 1 | et = 1 | to = 2 | tre = 3 | fire = 4 | fem = 5 | seks = 6 | syv = 7 | otte = 8 | ni = 9 | ti = 10',
  sizeMark: 'størrelse | str | i str | i størrelse',
  sizes: 'lille = S | mellem = M | stor = L',
  colors: `
    rød = red | røde = red | rødt = red | blå = blue | grøn = green | grønne = green | grønt = green | sort = black
    sorte = black | hvid = white | hvide = white | hvidt = white | lyserød = pink | lilla = purple | gul = yellow | gule = yellow
    orange | brun = brown | brune = brown | grå = gray | beige | guld = gold | sølv = silver | mørkeblå = navy | marineblå = navy
    lyseblå = light blue
  `,
  measure: `
    minutter | minut | min | timer | time | klokken | dage | dag | uger | uge | måneder | måned | år | mennesker | personer
    kilo | gram | meter | cm | børn | gange
  `,
  currency: 'kr | kroner | dkk | krone | øre | euro | sek | nok',
  purpose: `
    for | til min | til mit | til mine | fordi | tak
  `,
  address:
    'sendes til | send til | levering til | adresse | min adresse | telefon | tlf | postnummer | mit nummer',
};
