import type { LanguagePack } from '../language-pack';

export const it: LanguagePack = {
  code: 'it',
  change: 'cambio | cambiare | scambio | scambiare',
  preposition: 'in | con',
  of: 'del | della | dei',
  claim: `
    mio | mia | miei | mie | è mio | è mia | prendo | lo prendo | la prendo | io prendo | li prendo | voglio | lo voglio
    la voglio | venduto | venduta | compro | lo compro | la compro | per me | prenoto | lo prenoto | prenotami | tienimi
    riservami | mi prendo | vorrei | metti via | mettimi via | preso | presa | aggiudicato
  `,
  claimWeak:
    'io | prenotato | prenotata | acquisto | riservato | comprato | mi interessa | interessata | serve',
  pass: `
    passo | io passo | annulla | annullo | cancella | cancello | rinuncio | lascio | lo lascio | la lascio | disdico | annullare
  `,
  passWeak: 'togli | toglimi | rimuovi | libero | libera | lascia | annullato | elimina',
  noLonger: `
    non lo voglio più | non la voglio più | non voglio più | ho cambiato idea | cambiato idea | ci ho ripensato | ripensato
    non mi serve più | non prendo più | alla fine no
  `,
  wait: `
    lista d'attesa | lista di attesa | in attesa | riserva | in coda | di riserva | in lista
  `,
  waitWeak: 'attesa | prossima | coda | seconda | prossimo',
  participles:
    'venduto | venduta | preso | presa | prenotato | prenotata | comprato | riservato | aggiudicato',
  article: 'il | la | lo | le | gli',
  vague: 'alcuni | alcune | qualche',
  pointer: 'questo | questa | quel | quella',
  label: `
    numero | num | nr | n | nº | no | articolo | l'articolo | lotto | codice | cod | pezzo | capo | modello | rif | item
  `,
  filler: `
    il | lo | la | i | gli | le | l | del | della | di | un | una | questo | questa | quello | quella | anche | al | subito
    io | il mio | quindi | ecco
  `,
  harmless: `
    non saltarmi | non saltatemi | non dimenticarmi | non dimenticatemi | non ignorarmi | non dimenticarti di me | mi è caduta la linea | è caduta la linea | mi si è bloccato il telefono | mi si è spento il telefono | telefono scarico | sono tornata | sono tornato | rieccomi | eccomi di nuovo | ho poca linea | mi piace | per favore | perfavore | pf | grazie | grazie mille | ciao | buonasera | buongiorno | salve | cara | tesoro | primo acquisto | il mio primo acquisto | prima volta che compro | prima volta qui | prima che si svegli il bimbo | prima che si svegli la bimba | prima che si svegli | già il secondo stasera | già il terzo stasera | già la seconda stasera | già la terza stasera | non darlo a nessuno | non darla a nessuno | non datelo a nessuno | non datela a nessuno
    bella | bellissima | ragazze | amore | sì | si | wow | bellissimo | stupendo | stupenda | bello | che bello | che bella
    meraviglioso | meravigliosa | lo adoro | la adoro | adoro | finalmente | evviva | perfetto | ahah | ahaha | ahahah | ok
    certo | baci | gentilmente | oddio | signora | mamma mia | scusa | scusate | scusami | mi dispiace | amore mio
    tesoro mio | dio mio
  `,
  subject: 'noi | ho',
  my: 'il mio | la mia | i miei | tuo | tua | suo | sua | nostro',
  and: 'e | ed | e il | e la | e anche | più il',
  or: 'o | oppure | invece del | al posto',
  questionAnywhere: `
    quanto | quanto costa | quanti | quale | quali | chi | cosa | che taglia | dove | quando | perché | come | prezzo
    disponibile | ancora disponibile | c'è | ce | ci sono | rimasto | avete | hai | posso | puoi | quanto viene | costa
    vedere | sapere | vedi | mostra | misure | info
  `,
  questionAtStart: 'è | sono | era | è stato | sarà',
  not: 'non saltarmi | non saltatemi | non dimenticarmi | non dimenticatemi | non ignorarmi | non dimenticarti di me | non | no | mai | nessuno | nemmeno | neanche | senza | né | niente | non darlo a nessuno | non darla a nessuno | non datelo a nessuno | non datela a nessuno',
  anymore: 'più | alla fine',
  report: `
    ieri | settimana scorsa | la settimana scorsa | mese scorso | anno scorso | fa | già | gia | ho venduto | hanno | ha
    abbiamo | stato | stata | esaurito | esaurita | lui | lei | loro | voi | tu | qualcuno | peccato | perso | prima | volevo
    avrei | stati | venduti | vendute | figlio mio
  `,
  recipient: 'a | alla | da | dalla | ai',
  doubt: `
    fammi pensare | ci devo pensare |
    forse | magari | penso | credo | solo | ma | però | oggi | domani | quasi | tra | fra | fino | ancora | altro | altra | come
    meglio | appena | indecisa | tranne
  `,
  condition: `
    se | se è | se c'è | solo se | nel caso | purché | dipende
  `,
  joke: 'scherzo | scherzavo | sto scherzando | scherzone | per scherzo',
  correction:
    'anzi no | no scusa | no aspetta | no anzi | ah no | oh no | cioè | volevo dire | intendevo | ops | scusa | scusate | anzi | correzione | errore | aspetta | pardon',
  all: 'tutto | tutti | tutte | tutta | il resto | entrambi',
  times: 'x | quantità',
  pieces:
    'gomitoli | gomitolo | matasse | pacchetti | rotoli | sacchetti | pezzi | pezzo | pz | paia | paio | unità | confezioni | scatole',
  numerals: `
    undici = 11 | dodici = 12 | tredici = 13 | quattordici = 14 | quindici = 15 | sedici = 16 | diciassette = 17
    diciotto = 18 | diciannove = 19 | venti = 20 | ventuno = 21 | ventidue = 22 | ventitré = 23 | ventiquattro = 24
    venticinque = 25 | ventisei = 26 | ventisette = 27 | ventotto = 28 | ventinove = 29 | trenta = 30 | trentuno = 31
    trentadue = 32 | trentatré = 33 | trentaquattro = 34 | trentacinque = 35 | trentasei = 36 | trentasette = 37
    trentotto = 38 | trentanove = 39 | quaranta = 40 | quarantuno = 41 | quarantadue = 42 | quarantatré = 43
    quarantaquattro = 44 | quarantacinque = 45 | quarantasei = 46 | quarantasette = 47 | quarantotto = 48
    quarantanove = 49 | cinquanta = 50 | cinquantuno = 51 | cinquantadue = 52 | cinquantatré = 53
    cinquantaquattro = 54 | cinquantacinque = 55 | cinquantasei = 56 | cinquantasette = 57 | cinquantotto = 58
    cinquantanove = 59 | sessanta = 60 | sessantuno = 61 | sessantadue = 62 | sessantatré = 63 | sessantaquattro = 64
    sessantacinque = 65 | sessantasei = 66 | sessantasette = 67 | sessantotto = 68 | sessantanove = 69 | settanta = 70
    settantuno = 71 | settantadue = 72 | settantatré = 73 | settantaquattro = 74 | settantacinque = 75
    settantasei = 76 | settantasette = 77 | settantotto = 78 | settantanove = 79 | ottanta = 80 | ottantuno = 81
    ottantadue = 82 | ottantatré = 83 | ottantaquattro = 84 | ottantacinque = 85 | ottantasei = 86 | ottantasette = 87
    ottantotto = 88 | ottantanove = 89 | novanta = 90 | novantuno = 91 | novantadue = 92 | novantatré = 93
    novantaquattro = 94 | novantacinque = 95 | novantasei = 96 | novantasette = 97 | novantotto = 98
    novantanove = 99 | cento = *100
  `,
  counts:
    'uno = 1 | due = 2 | tre = 3 | quattro = 4 | cinque = 5 | sei = 6 | sette = 7 | otto = 8 | nove = 9 | dieci = 10',
  release: 'annulla | rinuncia | si libera',
  age: 'anni | anno | mesi | mese',
  sizeMark: 'taglia | tg | in taglia | misura | numero di scarpe',
  sizes: 'piccola = S | piccolo = S | media = M | medio = M | grande = L | taglia unica = one size',
  colorNouns: 'colore',
  colors: `
    rosso = red | rossa = red | blu = blue | azzurro = light blue | azzurra = light blue | verde = green | nero = black
    nera = black | bianco = white | bianca = white | rosa = pink | viola = purple | giallo = yellow | gialla = yellow
    arancione = orange | marrone = brown | grigio = gray | grigia = gray | beige | oro = gold | dorato = gold | argento = silver
    blu scuro = navy | bordeaux = burgundy | colore nero = black | colore rosso = red
  `,
  measure: `
    minuti | minuto | min | ore | ora | h | giorni | giorno | settimane | settimana | mesi | mese | anni | anno | persone | volte | di mattina | del mattino | di notte | di sera
    chili | grammi | metri | cm | figli
  `,
  currency: 'euro | eur | euri | centesimi',
  purpose: `
    per | x mia | per la | per il | grazie | grazie mille
  `,
  address: `
    spedire a | spedizione a | invia a | il mio indirizzo | indirizzo | telefono | tel | consegna a | cap | il mio numero | lo ritiro | la ritiro | li ritiro | passo a ritirare | passo a prenderlo | passo a prenderla
    a nome di | a nome | il mio nome è
  `,
  excuse: `
    ce l'ho già | ne ho già uno | ne ho già una | l'ho già | per me | troppo caro | troppo cara | troppo caro per me | troppo grande per me | troppo piccolo per me | mi sta grande | mi sta piccolo | mi va grande | mi va piccolo | mi sta stretto | mi sta larga | fuori budget | ho finito i soldi | ho sforato il budget | non ho più soldi | costa troppo
  `,
  era: 'natale | estate | inverno | primavera | autunno | anno | matrimonio',
  harmlessTalk: `
    fin qui | fino a qui | ogni sera | tutte le sere | ogni giorno | tutti i giorni | come il natale | come a natale
  `,
  opener:
    'è uguale | era uguale | era di mia nonna | ce l aveva mia nonna | uguale a quello | profuma | si sente | mi ricorda | ricorda | sta bene con | sta benissimo con | saluti | un saluto | saluti da | ciao da | vi guardo da | sono al lavoro | sono in ufficio | sono in treno | sono a letto | in negozio costa | nei negozi costa | lo ritiro | la ritiro | li ritiro | sono cresciuta con | sono cresciuto con | come pago | come posso pagare | come si paga',
  date: 'costa | costano | negli anni | gli anni | anni | alle ore',
  oneEach: `
    uno di ciascuno | 1 di ciascuno | uno per tipo | uno ciascuno | 1 ciascuno
  `,
};
