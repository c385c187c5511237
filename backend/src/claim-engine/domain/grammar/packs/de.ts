import type { LanguagePack } from '../language-pack';
import { deTalk } from './de-talk';

export const de: LanguagePack = {
  code: 'de',
  ...deTalk,
  capitalNouns: true,
  change: 'tauschen | tausche | umtauschen',
  preposition: 'in | mit | im',
  of: 'von der | von den | von | vom',
  claim: `
    meins | mir | nehme | nehm | ich nehme | ich nehm | nehme ich | nehm ich | ich will | will ich | ich möchte | möchte
    möchte ich | ich kaufe | kaufe | kaufe ich | gekauft | verkauft | für mich | an mich | ich hätte gern | hätte gern
    hätte gerne | ich hätte gerne | gehört mir | reservieren | reserviere | reservier mir | bitte reservieren | ich bestelle
    bestelle | will haben | ich will haben | haben will | gib mir | her damit | ist meins
  `,
  claimWeak: `
    ich | will | brauche | hier | reserviert | bestellt | haben | genommen | interesse
    kann ich haben | kann ich bitte | könnte ich haben | darf ich haben
  `,
  pass: `
    muss stornieren | muss leider stornieren | leider stornieren | ich muss leider absagen | muss absagen |
    passe | ich passe | storno | stornieren | storniere | ich storniere | abbrechen | gebe ab | ich verzichte | verzichte
    gebe frei | ich gebe frei | absagen | cancel | bitte stornieren | freigeben
  `,
  passWeak: `
    nicht zahlt | nicht bezahlt |
    abgeben | streichen | streich | löschen | lösche | zurück | raus | bin raus | ich bin raus | doch weg | storniert | entfernen
  `,
  noLonger: `
    nicht mehr | doch nicht | ich möchte nicht mehr | hab es mir anders überlegt | habs mir anders überlegt | anders überlegt
    lieber doch nicht | nehme doch nicht | will nicht mehr | lieber nicht
  `,
  wait: `
    setz mich auf die warteliste | setzt mich auf die warteliste | bitte auf die warteliste | auf die warteliste setzen | ersatzliste |
    warteliste | auf die warteliste | auf warteliste | nachrücker | ersatz | als ersatz | nachrückerin | in der warteschlange
  `,
  waitWeak:
    'frei wird | wieder frei wird | wieder frei | frei werden | nächste | nächster | zweite | warteschlange | danach',
  participles: 'gekauft | verkauft | reserviert | bestellt | genommen',
  vocative: `
    alter | digga | diggi | bro | mädel | maedels | mädls | hase | hasi | schnucki | schatzi | mausi | liebes | meine liebe | meine süße | ihr lieben | leute | chefin | chef | kumpel | freunde | junge
    jungs | herzchen | engel | püppi | königin | sonnenschein | ladys | ladies | girls | meine lieben | süsse | hübsche | schwester
  `,
  article: 'der | die | das | den | dem',
  vague: 'ein paar | paar | einige | mehrere',
  talkEnd: 'aber | also | na gut | egal | deshalb | deswegen',
  shared: 'beide = 2 | beides = 2 | alle = * | alle drei = 3 | alle beide = 2 | jeweils = *',
  wish: 'ich möchte | möchte | ich will | will',
  pointer: 'diese | dieser | dieses | diesen',
  lastVerb: `
    stornieren | abbrechen | absagen | freigeben | abgeben
  `,
  harmlessBeforeClaim: `
    hat zugestimmt | hat genickt | sagt ok | hat ok gesagt | ist einverstanden |
    eigentlich pleite | pleite | sagt ja | hat ja gesagt | sollte nicht | sollte eigentlich nicht | ich sollte nicht | wollte nichts kaufen | spät dran | bin spät dran | zu spät dran
  `,
  label:
    'nummer | nr | num | no | artikel | art | artikelnummer | los | stück | teil | code | position | modell | item',
  filler: `
    muss |
    die | der | das | den | dem | des | ein | eine | einen | von | auch | gern | gerne | dann | bitte die | dieses | diese
    diesen | hier | noch | also | es | ich | mal | sofort | unbedingt | gleich
  `,
  harmless: `
    vergiss mich nicht | vergesst mich nicht | nicht übersehen | überseh mich nicht | übersieh mich nicht | internet war weg | mein internet war weg | wlan war weg | mein wlan war weg | handy war leer | mein handy war leer | akku war leer | handy hat sich aufgehängt | bin rausgeflogen | war kurz raus | bin wieder da | wieder da | jetzt wieder da | voll schön | einfach toll | einfach schön | echt schön | echt toll | richtig schön | ganz toll | mein erster kauf | erster kauf | erste bestellung | zum ersten mal dabei | das erste mal dabei | bevor das baby aufwacht | bevor der kleine aufwacht | bevor die kleine aufwacht | schon das zweite heute | schon das dritte heute | schon die zweite heute | schon die dritte heute | schon der dritte heute | gib es niemandem | gib sie niemandem | gib ihn niemandem | bitte niemandem geben |
    toller | tolle | tolles | tollen | schöne | schöner | schönes | wunderschöne | wunderschöner | wunderschönes | hübsche | hübscher | hübsches
    geile | geiler | geiles | coole | cooler | cooles | herrliche | herrlicher | herrliches | traumhafte | traumhafter | traumhaftes | klasse
    edle | edler | edles | niedlich | niedliche | niedlicher | niedliches | genial | geniale | genialer | perfekte | perfekter | perfektes | so eine tolle | so ein toller | was für eine | was für ein
    schon verliebt | bin verliebt | verliebt | ein traum | mein herz |
    boah | krass | hammer | los gehts | jawohl | jawoll | jo | joa | klaro | klar | auf gehts | wahnsinn | jippie | hurra | ey | yes | zack | top | traum | wie schön | hach | herrlich |
    na gut | leider | egal |
    gefällt mir | bitte | bitteschön | danke | danke dir | danke euch | dankeschön | vielen dank | lieben dank | hallo | hi | moin | guten abend
    guten tag | servus | liebe | süße | maus | mädels | schatz | ja | jaa | jap | juhu | yeah | wow | toll | super | mega
    schön | so schön | wunderschön | hübsch | liebe es | ich liebe es | endlich | perfekt | geil | traumhaft | lg
    liebe grüße | ok | oh | ach | oh mein gott | cool | süß | so süß | sorry | entschuldigung | tut mir leid | entschuldige
  `,
  subject: 'wir | hab | habe | ich hab | ich habe',
  my: 'mein | meinen | meinem | dein | deine | unser | unsere | ihr | sein | seine | meine | meiner',
  and: 'und | u | und die | und auch | sowie | plus die',
  or: 'oder | oder die | statt | anstatt | beziehungsweise',
  questionAnywhere: `
    wie | wieviel | wie viel | was | wer | wann | wo | warum | wieso | welche | welcher | welches | welchen | kostet | preis
    verfügbar | noch da | noch zu haben | gibt es | gibts | habt ihr | hast du | ist noch | kann ich | könnte ich | darf ich
    könnt ihr | welche größe | frage | sehen | zeigen | zeig | wissen | zeigt | maße | info
  `,
  questionAtStart: 'ist | sind | war | wurde | hat | haben | kann | habt | darf | wird',
  contrast: 'nicht',
  not: 'vergiss mich nicht | vergesst mich nicht | nicht übersehen | überseh mich nicht | übersieh mich nicht | nicht | kein | keine | keinen | nein | nie | niemals | niemand | ohne | nö | nee | nix | gib es niemandem | gib sie niemandem | gib ihn niemandem | bitte niemandem geben',
  anymore: 'mehr | doch | länger',
  report: `
    meins war | meins kam | gestern | letzte woche | letzten monat | letztes jahr | letztes mal | vor | schon | bereits | ausverkauft | wurde verkauft
    hatte | er | sie | ihr | du | jemand | schade | verpasst | früher | leider | wollte | wurden | waren | schon verkauft
  `,
  recipient: 'an | an die | bei | zu',
  doubt: `
    frag kurz | frag erst | frage erst | frag mal | frage mal | frage kurz | frag noch | frag meinen | frag meine | muss fragen | bespreche | überlegen | überlege noch |
    vielleicht | evtl | eventuell | glaube | denke | nur | aber | heute | morgen | fast | zwischen | bis | überlege | andere
    anderes | als | noch eine | gerade | außer | ungefähr | ca | besser | nehme an | ich nehme an
  `,
  condition: 'wenn | falls | sofern | nur wenn | außer wenn | kommt drauf an | vorausgesetzt',
  joke: 'scherz | spaß | spass | war nur spaß | nur spaß | kleiner scherz | witz | nur scherz',
  correction: `
    doch lieber | lieber doch | nein | nee | ach nein | äh nein | ah nein | oh nein | ach ne | ich meine | ich meinte | meinte | quatsch | ups | halt | korrektur | sorry | nein doch | falsch | tippfehler | entschuldigung
    besser die | moment
  `,
  all: 'alle | alles | allen | den rest | beide | sämtliche',
  times: 'mal | x | menge | anzahl',
  pieces:
    'knäuel | stränge | strang | rollen | beutel | packungen | päckchen | tuben | dosen | flaschen | gläser | töpfe | päckchen | booster | tütchen | stück | stk | stck | st | mal | paar | packungen | packung',
  numerals: `
    elf = 11 | zwölf = 12 | dreizehn = 13 | vierzehn = 14 | fünfzehn = 15 | sechzehn = 16 | siebzehn = 17
    achtzehn = 18 | neunzehn = 19 | zwanzig = 20 | einundzwanzig = 21 | zweiundzwanzig = 22 | dreiundzwanzig = 23
    vierundzwanzig = 24 | fünfundzwanzig = 25 | sechsundzwanzig = 26 | siebenundzwanzig = 27 | achtundzwanzig = 28
    neunundzwanzig = 29 | dreißig = 30 | einunddreißig = 31 | zweiunddreißig = 32 | dreiunddreißig = 33
    vierunddreißig = 34 | fünfunddreißig = 35 | sechsunddreißig = 36 | siebenunddreißig = 37 | achtunddreißig = 38
    neununddreißig = 39 | vierzig = 40 | einundvierzig = 41 | zweiundvierzig = 42 | dreiundvierzig = 43
    vierundvierzig = 44 | fünfundvierzig = 45 | sechsundvierzig = 46 | siebenundvierzig = 47 | achtundvierzig = 48
    neunundvierzig = 49 | fünfzig = 50 | einundfünfzig = 51 | zweiundfünfzig = 52 | dreiundfünfzig = 53
    vierundfünfzig = 54 | fünfundfünfzig = 55 | sechsundfünfzig = 56 | siebenundfünfzig = 57 | achtundfünfzig = 58
    neunundfünfzig = 59 | sechzig = 60 | einundsechzig = 61 | zweiundsechzig = 62 | dreiundsechzig = 63
    vierundsechzig = 64 | fünfundsechzig = 65 | sechsundsechzig = 66 | siebenundsechzig = 67 | achtundsechzig = 68
    neunundsechzig = 69 | siebzig = 70 | einundsiebzig = 71 | zweiundsiebzig = 72 | dreiundsiebzig = 73
    vierundsiebzig = 74 | fünfundsiebzig = 75 | sechsundsiebzig = 76 | siebenundsiebzig = 77 | achtundsiebzig = 78
    neunundsiebzig = 79 | achtzig = 80 | einundachtzig = 81 | zweiundachtzig = 82 | dreiundachtzig = 83
    vierundachtzig = 84 | fünfundachtzig = 85 | sechsundachtzig = 86 | siebenundachtzig = 87 | achtundachtzig = 88
    neunundachtzig = 89 | neunzig = 90 | einundneunzig = 91 | zweiundneunzig = 92 | dreiundneunzig = 93
    vierundneunzig = 94 | fünfundneunzig = 95 | sechsundneunzig = 96 | siebenundneunzig = 97 | achtundneunzig = 98
    neunundneunzig = 99 | hundert = *100
  `,
  counts: `
    eins = 1 | eine = 1 | einmal = 1 | zwei = 2 | zweimal = 2 | drei = 3 | dreimal = 3 | vier = 4 | fünf = 5 | sechs = 6
    sieben = 7 | acht = 8 | neun = 9 | zehn = 10
  `,
  release: 'abspringt | storniert | frei wird | absagt',
  age: 'jahre | jahr | monate | monaten',
  sizeMark: 'farbton | nuance | ton | größe | groesse | gr | in größe | in gr',
  sizes: 'klein = S | mittel = M | groß = L | einheitsgröße = one size',
  colors: `
    rot = red | rote = red | roten = red | blau = blue | blaue = blue | blauen = blue | grün = green | grüne = green
    schwarz = black | schwarze = black | schwarzen = black | weiß = white | weiss = white | weiße = white | rosa = pink | pink
    lila = purple | gelb = yellow | gelbe = yellow | orange | braun = brown | braune = brown | grau = gray | graue = gray | beige
    gold | silber = silver | dunkelblau = navy | hellblau = light blue | türkis = turquoise | in rot = red | in blau = blue
    in schwarz = black | in grün = green | in weiß = white
  `,
  measure: `
    minuten | minute | min | stunden | stunde | std | uhr | tage | tagen | tag | wochen | woche | monate | monaten | monat
    jahre | jahren | jahr | leute | personen | kilo | gramm | meter | cm | kinder
    geburtstag | hochzeitstag | jubiläum
  `,
  currency: 'euro | eur | euros | chf | franken | cent',
  purpose: 'danke | vielen dank | hallo | liebe grüße | für',
  address: `
    zahle | zahle morgen | zahle heute | überweise | überweise morgen | überweise heute | grüße aus
    liebe grüße aus | lg aus | versand nach | versenden nach | schicken nach | liefern nach | adresse
    meine adresse | telefon | tel | plz | handy | postleitzahl | meine nummer ist | moin aus | hallo aus
    hi aus | servus aus | guten abend aus | guten tag aus | gruß aus | grüsse aus | schöne grüße aus
    komme aus | ich komme aus | wohne in | ich wohne in
    auf den namen | auf namen | mein name ist
  `,
  opener: `
    das gibts nicht | das gibt es nicht | ich glaubs nicht | ohne die gehe ich nicht | ohne das gehe ich nicht | bin grad | bin gerade | bin auf | bin bei der arbeit | zum geburtstag | zu weihnachten | zur hochzeit | mein mann zahlt | passt | passen | passt perfekt | passt perfekt zu | passt super zu | passt so schön zu | passt so gut zu | passt toll zu | riecht | duftet | erinnert mich an | erinnert mich | im laden kostet das | im laden kostet | im laden kosten | im geschäft kostet das | im geschäft kostet | wie zahle ich | wie kann ich zahlen | wie bezahle ich | wie kann ich bezahlen |
    sieht super | sieht toll | sieht so | sieht gut | sieht klasse | zu den anderen | zu meinen anderen
    mit den anderen | mit meinen anderen | mit der nächsten | endlich mal | endlich wieder | genau meine
    genau mein ding | meine größe | in meiner größe | meine farbe | ein traum | so ein schönes
    so eine schöne | das muss | die muss | der muss | bin verliebt | schockverliebt | zur sammlung | für meine
    für den | für die | als geschenk | zum geburtstag | zu weihnachten | kommt mit | guten morgen | guten tag
    guten abend | hallo | huhu | hey | grüße | bitte | danke | für | mit | zum | zur | aus | versand
    versende | verschick | verschicken | schick | schicken | schicke | pack | packt | leg | leg es | leg sie
    leg zurück für mich | sammeln | sammelbox | kommt in | in mein paket | ins paket | zu meinem paket
    zu meiner bestellung | zahle | bezahle | zahlung | überweise | paypal | ich hole | hole ab | hole es ab
    abholung | ich liebe | liebe | freu mich | freue mich | ich freu mich | ich freue mich | so schön
    sooo schön | so süß | endlich | genau | genau mein | genau das | genau sowas | passt | passt perfekt
    passt super | passt zu | perfekt | traumhaft | wunderschön | brauche | brauch | ich brauch | brauch ich
    muss ich haben | musste sein | muss mit | darf mit | darf bei mir | habe ich gesucht | hab ich gesucht
    lange gesucht | hab so lange | habe so lange | lange drauf | lange darauf | schon lange gesucht
    schon ewig gesucht | bevor es jemand | bevor sie jemand | bevor jemand | bevor sie weg ist
    bevor es weg ist | bevor er weg ist | juhu | yeah | omg | das lasse ich mir nicht | das lass ich mir nicht
    lass ich mir nicht entgehen | kann nicht widerstehen | konnte nicht widerstehen | kann es kaum erwarten
    keine eile | kein stress | geburtstag | zum 30 | moin | moin moin | servus | grüß gott
    guten abend zusammen | hallo zusammen | zahle per | zahle mit | zahle am | bezahle per | bezahle am
    überweise am | per paypal | per überweisung | bar | bar bei abholung | hole am | hole ich | hole es
    holen wir | hole sie | noch nicht verschicken | noch nicht schicken | noch nicht versenden
    kann es nicht glauben | kanns nicht glauben | ich fass es nicht | fass es nicht | ich glaubs nicht | juhuu
    so happy | bin so happy | bin happy | freu mich so | freue mich so | hab mich verliebt | bin hin und weg
    was für ein | was für eine | genau richtig | passt genau | passt zu meinem | passt zu meiner | für mein
    für meinen | für unser | für oma | für omas | für mama | für mamas | für die hochzeit | für den urlaub
    als geschenk für | zur hochzeit | zur taufe | zur einschulung | zum muttertag | bitte mitschicken
    mitschicken | dazulegen | bitte dazu | bitte dazulegen | bitte sammeln | die wird | der wird | wird 80
    hol ich | bin total | total verliebt | verliebt in | bin verliebt in | bin begeistert | bin hin
    bin sprachlos | bin im himmel | kann es kaum | kann es kaum glauben | kanns kaum glauben
    kanns kaum erwarten | ich kanns nicht erwarten | noch nicht losschicken | noch nicht abschicken
    noch nicht losschicken bitte | bitte noch nicht | für die zwillinge | für den garten | für die küche
    für den flur | für das kinderzimmer | fürs kinderzimmer | fürs wohnzimmer | fürs büro | für die arbeit
    für die sammlung | für weihnachten | für ostern | für die taufe | für die einschulung | so ein | so eine
    was ein | was eine | wow was | ein muss | mein stil | meine lieblingsfarbe | passt zur | passt zum
    passt ins | passt in | fehlte mir | hat mir gefehlt | darauf hab ich | da hab ich | bitte beilegen
    beilegen | dazu | bitte zu | zu meinem | versand an | abholung am | komme am | komme vorbei
    ich komme vorbei | barzahlung | zahle bar | komme aus | ich komme aus | wohne in | ich wohne in
    hat keine eile | fürs | überwiesen | bezahlt | wünsch euch | wünsche euch | wünsch dir
    einen schönen abend | schönen abend | schönen abend noch | gute nacht | das wird | die kommt | der kommt
    das kommt | kommt ins | kommt in die | passt so gut
    wird verschenkt | wird ein geschenk
    hab ich | hab die | hab sowas | habe sowas | schon ewig | ewig gesucht | suche ich | suche schon
    gesucht | gefällt | gefällt mir | hat mir | steht mir | steht mir gut | wie für mich | wie gemacht
    wie gemacht für | mein mann | meine tochter wird | meine mama | meine mutter | mein sohn | meine oma
    dann hab ich | dann habe ich | komplett | vervollständigt | ergänzt | fehlt mir | fehlte mir noch
    noch gefehlt | hat noch gefehlt | geht zusammen | aus dem | das perfekte | die perfekte | der perfekte
    wie schön | wie süß
  `,
  firstPerson: `
    ich | ich hab | ich habe
  `,
  unsettlingTalk: `
    zurückgeben | zurückschicken | umtauschen | zurückgegeben |
    hälfte | zeigen | info | träumen | weg | falls | sofern | solange | vorausgesetzt | es sei denn | außer | riecht komisch | riecht schlecht | stinkt
    aber | nachdem | ob | sagt | sagte | sagen | meint | meinte | fragt | fragte | gewonnen | gewann
    niemand | wer | glaube | glaub | denke | denk | überlege | überlegen | nachdenken | vielleicht
    eventuell | könnte | würde | sollte | müsste | wäre | wohl | glückwunsch | gratuliere | gratulation
    schade | pech | zu teuer | hässlich | kaputt | fake | rabatt | billiger | günstiger | kein geld
    muss erst | erst mal | erstmal | erst | frage | fragen | schauen | gucken | prüfen | messen | test
    tastatur | lief | geschrieben | zum spaß | lese | replay | wiederholung | beispiel | bedeutet
    schneller | rennen | raus | abgelehnt | später | bescheid | will es | will sie | will ihn | will das
    will die | will den | wollte es | wollte sie | drückt | gedrückt | draufgekommen | laut
    drüber schlafen | darüber schlafen | nochmal | reden | besprechen | absprechen
  `,
  retraction: `
    scherz | spaß | witz | doch nicht | doch lieber | lieber doch | lieber nicht | vergiss | vergesst
    vergiss es | ignorieren | ignoriert | löschen | zurück | zurücknehmen | nehme zurück | war nichts
    meinte | quatsch | moment | warte | halt | ups | nein | nee | behalte | behalte ich | falls | oder
    statt
  `,
  person: `
    mann | frau | freund | freundin | schwester | bruder | mama | mutter | papa | vater | tochter | sohn | kind
    kinder | oma | opa | enkel | enkelin | tante | onkel | nichte | neffe | cousine | chef | chefin | katze | hund
    nachbarin | kollegin | schwiegermutter
  `,
  harmlessIfDenied: `
    geschenkpapier | geschenkpapier nötig | geschenkverpackung | geschenkverpackung nötig | verpackung
    verpackung nötig | rechnung | rechnung nötig | tüte | tüte nötig | karton | karton nötig | quittung
    quittung nötig | versand nötig | eile | eilig | stress | sofort verschicken | sofort schicken
    sofort versenden | hetzen | glauben | fassen
    losschicken bevor | verschicken bevor | verpacken | einpacken | einzeln einpacken | geschenktüte
    tasche nötig | erwarten
    widerstehen | ich widerstehen | anders | nein sagen | mehr schlafen | schlafen | genug | genug bekommen
    genug davon | entgehen lassen | liegen lassen | verpassen | lange überlegen | zögern | bereuen
    rechnung dazu | tüte dazu | umtüten
  `,
  date: `
    am | um | ab | gegen | zum | seit | vom | bis zum | bis | kostet das | kostet | kosten
    wird | die wird | der wird | jahre
  `,
  street: `
    straße | strasse | str | weg | platz | allee | gasse | hausnummer
  `,
  cancelWord: `
    storno | stornieren | storniere | ich storniere | bitte stornieren | cancel
  `,
  mistake: `
    vertippt | verschrieben | verklickt | versehen | aus versehen | falsch | falsche | falscher | falschen
    irrtum | geirrt | katze | hund | getippt
  `,
  request: 'kann ich haben | kann ich bitte | könnte ich haben | darf ich haben',
  era: 'weihnachten | sommer | winter | frühling | herbst | ostern | jahr | hochzeit',
};
