import type { LanguagePack } from '../language-pack';

/** German words in the talk around a claim. */
export const deTalk: Omit<LanguagePack, 'code'> = {
  others: `
    vor mir | schneller als ich |
    genommen | geholt | ergattert |
    gekauft |
    bekommen | bekam | wurde | gestern | er | sie | sie hat | ihm | ihr | ihnen | jemand | andere | anderer
    anderen | du | euch | dir | teuer | verpasst
  `,
  past: `
    hatte | hatten | habe schon | hab schon | habe bereits | war | waren | letzte | letzten | letztes | früher
    vorhin | damals | preis | obwohl
  `,
  when: `
    bis | sobald | während | wenn
  `,
  favor: `
    schick | schicken | verschicken | versenden | zahle | bezahle | überweise | zahlung | hole | abholen
    abholung | leg | legen | zurücklegen | aufheben | paypal | pack | packen | sammeln
  `,
  excuse:
    'zu teuer für mich | zu groß für mich | zu klein für mich | zu kurz für mich | zu lang für mich | zu eng für mich | passt mir nicht | über meinem budget | budget ist leer | budget ist weg | kein geld mehr | konto ist leer',
  thing: `
    kleid | rock | bluse | hemd | hose | jacke | mantel | pulli | pullover | strickjacke | weste | tasche | handtasche | rucksack | kette | ring | armband | uhr | gürtel | schal | mütze | hut
    parfüm | lippenstift | palette | creme | puppe | kuscheltier | spielzeug | vase | lampe | spiegel | tasse | teller | kissen | decke | anzug | overall | shirt | top | bild | teekanne | figur | kanne | brosche
    anhänger | sweatshirt | geldbörse | portemonnaie | bohrmaschine | akkuschrauber
  `,
  topic: `
    versendet | versand | versandkosten | verschickt | liefert | lieferung | porto | nächste show | nächster live | nächste live | nächstes live | paypal | klarna | ratenzahlung | laden | geschäft | öffnungszeiten | wo seid ihr | wann seid ihr | wann ist die nächste | wie geht's | wie gehts
  `,
  harmlessVerb: `
    wird sich freuen | werden sich freuen | freut sich | freut sich bestimmt | wird es lieben | wird sie lieben | wird ausflippen | wird staunen | wird begeistert sein | wird ihn lieben |
    wird es lieben | wird sie lieben | wird ihn lieben | wird sich freuen | freut sich | liebt | braucht
  `,
  oneEach: `
    je 1 | je eins | jeweils 1 | je 1 stück | eins von jedem | je einmal | jeweils eins
  `,
  harmlessTalk: `
    endlich mal was | mal was schönes | endlich was | mal was anderes | was schönes | geschenk für | ein geschenk für | als geschenk für | super preis | guter preis | toller preis | klasse preis | top preis | fairer preis | hammer preis | bester preis |
    zusammen | ihr lieben | meine lieben | alle | heute | morgen | heute abend | morgen früh | am | zu omas | zu mamas | zu meinem | zu meiner | zu meinen | zu unserem | zu unserer | wie weihnachten | jeden abend | jeden tag
    nicht warten | keine sorge | kein problem | montag | dienstag | mittwoch | donnerstag | freitag | samstag
    sonntag | januar | februar | märz | april | mai | juni | juli | august | september | oktober | november
    dezember | nächste woche | nächsten monat | so lange | schon so lange | jemand anders | noch | wie immer
    wie | per | am freitag | am montag | am wochenende | am monatsende | ende der woche | am ersten | glauben
    in die farbe | am samstag | um 10 uhr | die nächste lieferung | mit meiner bestellung | ab
    an alle | an euch alle | mit dem versand | euch | euch einen
    wann du willst | wann ihr wollt | wann es passt | wenn du zeit hast | wenn ihr zeit habt
    bringt mich um | bringt mich um haha | killt mich | wird mich umbringen | ihr seid | ihr habt | du bist
    du hast | habt ihr | seid die besten | sie ist | er ist | sie sind | ist so | sind so | zu dem preis
    für den preis | bei dem preis | der preis | mein altes | meine alte | mein alter | von gestern
    von letzter woche | vom letzten mal | wie letztes mal | der letzten bestellung
    meiner letzten bestellung | kann nicht anders | ich kann nicht anders | mein mann | meine mutter
  `,
};
