import type { LanguagePack } from '../language-pack';

export const fr: LanguagePack = {
  code: 'fr',
  change: 'échanger | échange | echanger | changer',
  preposition: `
    en | avec |
    depuis
  `,
  of: 'du | de la | des',
  claim: `
    jp | je prends | je prend | j prends | j'prends | prends | je le prends | je la prends | je les prends | je réserve
    je reserve | j'achète | jachete | je veux | je le veux | je la veux | je voudrais | à moi | pour moi | pr moi | moi
    vendu | vendue | preneuse | preneur | je suis preneuse | je suis preneur | je craque | je craque pour | réserve moi
    réservez moi | mets moi | mettez moi | je t'en prends | je vous prends | je te prends | achat
  `,
  claimWeak: `
    pris | prise | réservé | réservée | reserve | prend | veux | le mien | la mienne | acheté | dispo pour moi | intéressée | intéressé
    je commande
    je peux avoir | puis je avoir | je pourrais avoir | on peut avoir | je peux prendre
  `,
  pass: `
    je dois annuler | je dois passer | je voudrais annuler | tu peux annuler | vous pouvez annuler | peux tu annuler | je vais annuler | je vais passer | finalement je passe | finalement j'annule |
    j'annule | annule | annuler | annulez | je passe | passe | je laisse | je renonce | je me désiste | désiste | annulation
  `,
  passWeak:
    'ne paie pas | paie pas | ne paye pas | paye pas | laisse | retire | retirez | retire moi | enlève | enlève moi | supprime | je lâche | je rends | annulé',
  noLonger: `
    je ne veux plus | je veux plus | ne veux plus | veux plus | j'ai changé d'avis | changé d'avis | change d'avis
    finalement non | finalement pas | je ne prends plus | je prends plus | ne prends plus | plus besoin
    finalement je ne prends pas
  `,
  wait: `
    je me mets en attente | mets moi en attente | mettez moi en attente | mets moi sur liste d'attente | je me mets sur liste d'attente | mets moi sur la liste d'attente | mettez moi sur la liste d'attente | sur liste d'attente | sur la liste d'attente |
    liste d'attente | en attente | file d'attente | remplaçante | réserviste | en second | si désistement | en suivant
  `,
  waitWeak: 'suivante | suivant | attente | seconde | deuxième',
  participles: 'pris | prise | vendu | vendue | vendus | réservé | réservée | acheté',
  thing: `
    robe | jupe | pantalon | chemise | chemisier | blouse | veste | manteau | pull | gilet | sac | sac à main | pochette | collier | bague | bracelet | montre | chaîne | ceinture | écharpe | foulard
    chapeau | casquette | bonnet | parfum | rouge à lèvres | palette | crème | poupée | peluche | jouet | vase | lampe | miroir | tasse | assiette | coussin | plaid | combinaison | ensemble
    body | short | jean | tunique | pendentif | broche | théière | cadre | jogging | sweat | blazer | trench
  `,
  topic: `
    livrez | livraison | livraisons | envoyez | envoi | envois | expédiez | expédition | frais de port | mondial relay | prochain live | prochaine vente | acceptez | paypal | carte | virement | boutique | adresse | horaires | à quelle heure | quel jour | ça va | comment allez-vous
  `,
  vocative: `
    meuf | les meufs | frère | frérot | poto | mec | gars | les gars | copine | les copines | ma grande | ma puce | ma poule | ma biche | ma cocotte | cocotte | ma jolie | ma chère | miss | cheffe
    chef | patronne | patron | boss | mon chou | mon cœur | mon coeur | ma bichette | bichette | louloute | ma louloute | les amies | ma douce | bébé | loulou | doudou | les girls | girl | monsieur
    messieurs | les amis | ma reine | les nanas | mamzelle
  `,
  article: 'le | la | les | l',
  vague: 'quelques | quelques uns | quelques unes | plusieurs | certains | certaines',
  talkEnd: 'mais | donc | alors | du coup',
  shared: 'les deux = 2 | tous = * | toutes = * | les trois = 3 | tous les deux = 2 | toutes les deux = 2',
  wish: 'je veux | je voudrais | veux',
  pointer: 'cette | cet | ces | quelle | quel',
  harmlessBeforeClaim: `
    j'ai craqué | je craque | je craque trop | j'ai pas pu résister | je n'ai pas pu résister | je résiste pas | je ne résiste pas | je peux pas résister | j'hésite plus | je n'hésite plus | j'ai trop attendu | j'ai reçu ma paie | mon salaire est tombé | la paie est tombée |
    m'a dit oui | dit oui | a dit ok | m'a autorisée | est ok |
    pas raisonnable | c'est pas raisonnable | est d'accord | a dit oui | dit oui | plus un sou | je suis en retard | en retard | je devrais pas | je ne devrais pas | va me tuer
  `,
  label: `
    numéro | numero | num | no | nº | nr | n | article | l'article | lot | le lot | code | réf | ref | référence | pièce
    la pièce | modèle | item
  `,
  filler: `
    le | la | les | l | du | de | des | un | une | ce | cet | cette | celui | celle | ci | aussi | donc | bien | alors
    encore moi | celui ci | celle ci
  `,
  harmless: `
    ne moubliez pas | ne moublie pas | moubliez pas | ne me zappez pas | ne me zappe pas | ne m'oubliez pas | ne m'oublie pas | m'oubliez pas | petite fille | petite - fille | petites filles | petits enfants | petits - enfants | petit fils | petit - fils | petite soeur | petit frère | petit garçon | petite nièce | petit neveu | grande fille | grande soeur | grand frère | grand mère | grand - mère | grand père | petit déjeuner | petit prix | petit coin | petit ange | petite merveille | petit bijou |
    j'ai été déconnectée | j'ai été déconnecté | j'ai été coupée | ça a coupé | ça a planté | ça a buggé | mon téléphone a planté | mon tel a planté | mon téléphone s'est éteint | plus de batterie | plus de réseau | je suis revenue | je suis de retour | me revoilà | je capte mal | ouais | yes | wouah | waouh | wow | punaise | purée | oulala | ohlala | oh la la | vas-y | vas y | banco | hop | et hop | tope là | ça y est | trop contente | trop content | chouette | canon | trop bien | première fois que j'achète | c'est la première fois que j'achète | premier achat | mon premier achat | c'est mon premier achat | ma première commande | première commande | avant que bébé se réveille | avant que le bébé se réveille | avant que les enfants rentrent | déjà le deuxième ce soir | déjà le troisième ce soir | déjà la deuxième ce soir | déjà la troisième ce soir | ne le donne à personne | ne la donne à personne | ne le donnez à personne | ne la donnez à personne | ne le laisse à personne |
    bon | allez | bon allez | tant pis |
    j'adore | j'aimerais | svp | stp | s'il vous plaît | s'il vous plait | s'il te plaît | sil vous plait | sil te plait
    merci | merci beaucoup | mrc | bonjour | bonsoir | coucou | salut | cc | bjr | ma belle | ma chérie | chérie | les filles
    madame | mesdames | oui | ouiii | ouf | oh | super | top | génial | magnifique | trop beau | trop belle | trop mignon
    superbe | trop joli | joli | jolie | mdr | ptdr | bisous | enfin | youpi | parfait | d'accord | ok | volontiers | moi moi
    pardon | désolée | désolé | desole | dsl | mon dieu | mon amour
  `,
  subject: 'je | on | nous',
  my: 'mon | ma | mes | ton | ta | tes | son | sa | ses | notre | votre',
  and: 'et | et le | et la | et aussi | ainsi que | plus le',
  or: 'ou | ou le | au lieu | à la place | plutôt que',
  questionAnywhere: `
    combien | c'est combien | quel | quelle | quels | quelles | qui | quoi | quand | où | pourquoi | comment | qu'est ce
    est ce | est ce que | estce | dispo | disponible | prix | reste | il reste | encore dispo | vous avez | tu as | avez vous
    as tu | toujours dispo | peut on | puis je | pouvez vous | peux tu | la taille | quelle taille | voir | savoir | montrer
    montre | montrez | mesures | infos
  `,
  questionAtStart: `
    est | es | sont | était | sera | c'est | il est | elle est | a t il | y a
  `,
  contrast: 'pas',
  not: `ne moubliez pas | ne moublie pas | moubliez pas | ne me zappez pas | ne me zappe pas | pas | ne | non | jamais | aucun | aucune | personne | sans | rien | ni | ne le donne à personne | ne la donne à personne | ne le donnez à personne | ne la donnez à personne | ne le laisse à personne | ne m'oubliez pas | ne m'oublie pas | m'oubliez pas`,
  anymore: 'plus | finalement',
  report: `
    le mien était | la mienne était | le mien est arrivé | hier | semaine dernière | la semaine dernière | mois dernier | dernière fois | avant hier | j'ai | jai | ai | a | ont
    avons | déjà | deja | vendu à | épuisé | rupture | il y a | il | elle | ils | elles | vous | tu | quelqu'un | dommage
    raté | autrefois | avant | était vendu | voulais | aurais | aurait | avait | avais | j'avais | vendus | vendues
  `,
  recipient: 'à | au | aux | par',
  doubt: `
    faut que mon mari | faut que ma femme | soit d'accord | faut que je voie | je vois avec | vois avec | voir avec | je demande | faut que je demande | demander à | en parler à | j'en parle à | je réfléchis | réfléchir | j'hésite |
    peut être | peutêtre | je pense | je crois | seulement | juste | mais | aujourd'hui | demain | presque | entre | jusqu'à
    sinon | hésite | j'hésite | encore | autre | comme | test | sauf | parmi
  `,
  condition: `
    si | s'il | si c'est | s'il est | à condition | seulement si | sauf si | au cas où | selon
  `,
  joke: 'je rigole | je plaisante | blague | je déconne | lol non | je blague | nan je rigole | pour rire',
  correction: `
    non | euh non | ah non | mais non | oh non | non pardon | je veux dire | enfin | pardon | oups | non le | erreur | plutôt | plutot | correction | désolée | désolé | attends | attendez
    je voulais dire
  `,
  all: 'tout | tous | toute | toutes | tous les | le reste | les deux',
  times: 'x | quantité | qté | fois',
  pieces:
    'pelotes | pelote | écheveaux | paquets | rouleaux | lots de | flacons | tubes | sachets | pots | bouteilles | boosters | pièces | pièce | pcs | exemplaires | exemplaire | unités | unité | paires | paire | fois | boîtes',
  numerals: `
    onze = 11 | douze = 12 | treize = 13 | quatorze = 14 | quinze = 15 | seize = 16 | dix-sept = 17 | dix-huit = 18 | dix-neuf = 19
    vingt = 20 | vingt et un = 21 | trente = 30 | trente et un = 31 | quarante = 40 | quarante et un = 41 | cinquante = 50
    cinquante et un = 51 | soixante = 60 | soixante-dix = 70 | quatre-vingt = 80 | quatre-vingts = 80 | quatre-vingt-dix = 90
    septante = 70 | huitante = 80 | nonante = 90 | cent = *100
  `,
  counts:
    'un = 1 | une = 1 | deux = 2 | trois = 3 | quatre = 4 | cinq = 5 | six = 6 | sept = 7 | huit = 8 | neuf = 9 | dix = 10',
  release: 'annule | se désiste | se libère | désistement',
  age: 'ans | an | mois',
  sizeMark: 'teinte | nuance | taille | en taille | pointure | tailles',
  sizes:
    'petit = S | petite = S | moyen = M | moyenne = M | grand = L | grande = L | taille unique = one size',
  colorNouns: 'couleur',
  colors: `
    noires = black | noirs = black | blanches = white | blancs = white | rouges = red | bleues = blue | bleus = blue | vertes = green | verts = green |
    rouge = red | bleu = blue | bleue = blue | vert = green | verte = green | noir = black | noire = black | blanc = white
    blanche = white | rose = pink | violet = purple | violette = purple | jaune = yellow | orange | marron = brown | gris = gray
    grise = gray | beige | doré = gold | dorée = gold | argenté = silver | argent = silver | bleu marine = navy | marine = navy
    bordeaux = burgundy | couleur rouge = red | couleur noir = black
  `,
  measure: `
    minutes | minute | min | heures | heure | h | jours | jour | semaines | semaine | mois | ans | an | années | personnes | gens | du matin | du soir | de l'après midi
    fois | kilos | grammes | mètres | cm | enfants
  `,
  currency: 'euros | euro | eur | balles | chf | francs | fcfa | cts',
  purpose: 'merci | merci beaucoup | bonsoir | bonjour | coucou | pour',
  address: `
    bisous de | bonjour de | coucou de | je suis de | je paie | je paye | je paie demain | je paye demain | je paie ce soir
    rue | avenue | envoi au | envoyer au | livraison au | livrer au | envoi à | envoyer à | livraison à | livrer à | mon adresse | adresse | téléphone | tel | expédier à | code postal
    mon numéro
    bonsoir de | bonsoir depuis | bonjour depuis | coucou depuis | salut de | je passe les chercher
    je passe le chercher | je passe la chercher | je passe chercher | je viens chercher
    je viens les chercher | je viens le chercher | je viens la chercher
    j'habite à | j'habite | je vis à | j'habite en
    au nom de | mon nom est
  `,
  unsettlingTalk: `
    avant moi |
    l'info | info | infos | moitié | réfléchir | selon | rêves | si | sauf | à condition | pourvu | mais | jusqu'à ce que | jusqu'à ce | le temps que | que je décide | que je réfléchisse
    pendant que | dit | disait | dis | demande | demandé | pris | prise | vendu | qui | crois | pense
    réfléchis | peut être | peut-être | pourrait | devrait | voudrait | serait | doute | hésite
    félicitations | bravo | tant pis | trop cher | trop chère | moche | cassé | faux | promo | réduction
    remise | pas d'argent | d'abord | demander | voir | vérifier | regarder | mesurer | test | clavier
    marché | écrit | tapé | lis | replay | exemple | veut dire | première | premier | plus rapide
    je me suis | retire | a pris | a gagné | refusé | refusée | rejeté | rejetée | bloquée | plus tard
    après coup | le veut | la veut | les veut | le voulait | la voulait | appuyé | a cliqué | cliqué
    téléphone | dommage | raté
    te confirme | vous confirme | confirme | confirmer
    parler | en parler | parle à
  `,
  opener: `
    j'y crois pas | je n'y crois pas | pas possible comme | je ne pars pas sans | je pars pas sans | ça fait des mois | ça fait des années | ça fait longtemps | depuis le temps | depuis des mois | sent bon | ça sent | ça me rappelle | me rappelle | je regarde | ira si bien | va si bien | elle va si bien avec | elle va si bien | il va si bien avec | il va si bien | en magasin c'est | en boutique c'est | en magasin ça coûte | c'est le même que | c'est la même que | le même que celui de | la même que celle de | ma fille a | mon fils a | ma fille aura | mon fils aura | j'ai grandi avec | comment je paie | comment je paye | comment payer | comment on paie | garde le moi | garde la moi | garde moi | depuis | anniversaire |
    elle est trop | il est trop | elle est si | il est si | elle est magnifique | il est magnifique
    elle est belle | il est beau | elle est superbe | il est superbe | à envoyer | avec le reste
    mes autres | avec mes autres | trop contente | trop heureuse | magnifique | sublime | quelle
    cette couleur | c'est ma couleur | ma couleur | comme d'hab | mettez de côté | à mettre | à ajouter
    dans mon colis | avec mes | avec mon | pour noël | pour mon | pour ma | un vrai | une merveille
    je fonds | je suis fan | fan de | il ira | elle ira | ça ira | il va aller | elle va aller | bonsoir
    bonjour | coucou | salut | merci | svp | stp | pour | avec | chez | envoi | envoie | envoyez | envoi au
    livraison | expédition | mets | mettez | ajoute | ajoutez | garde | gardez | groupe | groupez | grouper
    colis | paiement | je paie | je paye | je règle | paypal | virement | lydia | j'adore | j'aime
    je l'adore | trop | tellement | enfin | depuis le temps | je cherchais | je l'attendais | j'attendais
    il me faut | il me le faut | il me la faut | besoin | j'ai hâte | hâte | ça va aller | ira avec
    va avec | parfait pour | parfaite pour | c'est pour | cadeau | anniversaire | noël | avant que
    avant qu'on | avant qu'elle parte | avant qu'il parte | je craque | coup de cœur | coup de coeur
    je résiste pas | pas pu résister | peux pas résister | je ne résiste pas | pas de souci
    pas de problème | pas pressé | pas pressée | ma taille | omg | je passe les chercher
    je passe le chercher | je passe la chercher | je viens chercher | je viens le chercher
    je viens la chercher | je viens les chercher | je passerai | règlement | règlement par | je règle par
    paiement par | par virement | par paypal | par chèque | en espèces | par lydia | j'y crois pas
    je n'y crois pas | j'en reviens pas | je n'en reviens pas | quelle beauté | quelle merveille
    quel bijou | trop hâte | je suis trop contente | je suis ravie | ravie | ravi | contente | heureuse
    c'est un cadeau | un cadeau | pour offrir | à offrir | pour les fêtes | pour la rentrée | pour l'été
    pour l'anniversaire | pour le mariage | je l'ai tant cherché | je l'ai tant cherchée | je viens
    je passe samedi | je passe lundi | qui va | pour ma mamie | pour mamie | pour papi | pour ma filleule
    pour mon filleul | pour la fête | pour mes vacances | pour l'école | pour le boulot | pour la chambre
    pour la cuisine | pour le salon | quel amour | quelle tuerie | une tuerie | une pépite | quelle pépite
    trop trop beau | trop trop belle | c'est tout moi | tout moi | mon style | ma taille enfin
    coup de foudre | je l'aime | je valide | je kiffe | à récupérer | à mettre avec | à joindre | à grouper
    à ajouter à | vous pouvez grouper | mon adresse est | même adresse | comme la dernière fois
    je vous envoie | je t'envoie | je vous fais le virement | je fais le virement | virement fait
    virement ce soir | je paie en | je paye en | règlement ce soir | il sera | elle sera | ça sera | il va
    elle va | j'habite | rien ne presse | bises | bises à | virement de | c'est parfait | ce sera
    il est pour | elle est pour | idéal pour | idéale pour | bises à toutes | bisous à toutes
    bisous à tous | bises à tous | ça fait des mois | ça fait longtemps que | ça fait un an
    ça fait un moment | des mois que | depuis | depuis des mois | depuis longtemps | je le cherche
    je la cherche | je cherche | mon mari va | mon mari | ma fille | mon fils | ma mère | ma sœur
    ma belle mère | ma cuisine | mon salon | ma chambre | mon sac | mes chaussures | trop belle | trop beau
    trop mignon | trop mignonne | si belle | si beau | quelle belle | quel beau | assorti | assortie
    assorti à | assortie à | parfait avec | parfaite avec | ça va | ira trop bien | ira bien | il manquait
    il me manquait | me manquait | je suis de | on est à | vive
    je passe à | je passe vers | je passe le | je passe demain | je passe mardi | je passe mercredi
    je passe jeudi | je passe vendredi | je passe dimanche
  `,
  firstPerson: `
    je | j
  `,
  harmlessTalk: `
    bon prix | super prix | très bon prix | quel prix |
    ce soir | demain | aujourd'hui | tout à l'heure | la semaine prochaine | lundi | mardi | mercredi | jusqu'ici | d'ici | tous les soirs | tous les jours | toutes les semaines | si bien | si bien avec | à chaque fois
    jeudi | vendredi | samedi | dimanche | janvier | février | mars | avril | mai | juin | juillet | août
    septembre | octobre | novembre | décembre | comme d'habitude | encore une fois | quelqu'un d'autre
    tout le monde | à tous | à toutes | les filles | à 17h | samedi prochain | vendredi soir | ce week end
    le week end | dans la semaine | en fin de mois | qui a 80 ans | qui a | qui fête ses | qui va avoir
    l'avoir | de l'avoir | la dernière fois | dans mon salon | rien ne presse pour | pour l'envoi
    quand tu peux | quand vous pouvez | quand tu veux | quand vous voulez | quand ça vous arrange | ça fait
    ça fait des mois | ça fait longtemps | ça fait un moment | va me tuer | me tuer | à ce prix | ce prix
    à ce prix là | pour ce prix | que je cherche | que je cherchais | que j'en | que j'attends
    que je l'attends | il est | elle est | ils sont | tu es | vous êtes | t'es | le mien | la mienne
    le dernier | la dernière | il y a | avant les autres | avant tout le monde | avant noël | avant qu'il
  `,
  retraction: `
    blague | plaisante | rigole | déconne | oublie | oubliez | laisse tomber | laissez tomber | ignorez
    finalement | finalement non | j'efface | effacez | je reprends | je le garde | je la garde | je garde
    plutôt | pardon non | attends | attendez | oups | euh | non | si | ou
  `,
  person: `
    mari | femme | sœur | soeur | frère | mère | maman | père | papa | fille | fils | copine | copain | amie | ami
    mamie | papi | nièce | neveu | tante | oncle | cousine | cousin | patron | patronne | chat | chien | voisine
    belle mère
  `,
  excuse: `
    pour moi | trop cher pour moi | trop grand pour moi | trop petit pour moi | c'est trop cher | c'est trop petit | c'est trop grand | taille trop petit | taille trop grand | ça taille petit | ça taille grand | hors budget | au dessus de mon budget | j'ai dépassé mon budget | plus de budget | plus d'argent |
    je me suis trompée | je me suis trompé | me suis trompée | me suis trompé
  `,
  harmlessVerb: `
    va adorer | va l'adorer | adore | en a besoin
  `,
  harmlessIfDenied: `
    envoyer tout de suite | envoyer avant | envoyer encore | envoyer maintenant | envoie tout de suite
    envoie avant | envoie encore | envoie maintenant | envoyez tout de suite | envoyez avant | envoyez encore
    envoyez maintenant | expédier tout de suite | expédier avant | expédier encore | expédier maintenant
    expédiez tout de suite | expédiez avant | expédiez encore | expédiez maintenant | poster tout de suite
    poster avant | poster encore | poster maintenant | besoin de facture | besoin de la facture
    besoin de sac | besoin de boîte | besoin de reçu | besoin de ticket | besoin d'emballage
    besoin d'emballer | besoin d'emballage cadeau | besoin de papier cadeau | besoin de suivi
    besoin d'envoyer | facture | emballage | emballage cadeau | papier cadeau | pressée | pressé | urgent
    besoin de bolduc | besoin de boite | besoin de colissimo | besoin d'être pressé | crois pas mes yeux
    en reviens pas | attends de le recevoir | attends de la recevoir
    résister | j'ai pas pu | pu résister | passer à côté | laisser passer | louper | rater ça | attendre
    besoin de sachet | dormir | hésité | hésiter | réfléchi | réfléchir longtemps | regretter
  `,
  date: `
    à | vers | après | avant | c'est le | fête ses | aura | pour ses | ses | dès | c'est | coûte | les années | années | des années | depuis | anniversaire le | jusqu'au | jusqu'à
  `,
  street: `
    rue | avenue | boulevard | bd | impasse | allée | place | chemin | route | quai | résidence | appartement
    appt
  `,
  cancelWord: `
    j'annule | annule | annuler | annulez | annulation | je me désiste
  `,
  mistake: `
    erreur de frappe | faute de frappe | mauvais | mauvaise | pas exprès | sans faire exprès | erreur
    erreur de numéro | fausse manip | trompée | trompé | chat | chien
  `,
  request: `
    je peux avoir | puis je avoir | je pourrais avoir | on peut avoir | je peux prendre
  `,
  others: `
    acheté |
    gagné | eu | elle | il | elles | ils | lui | leur | quelqu'un | personne | autre | autres | toi | tu | vous
    te | cher | chère
  `,
  past: `
    avait | avais | était | étais | fut | été | hier | dernière | dernier | avant | déjà | prix
    moins cher | bien que | quoique
  `,
  when: `
    dès que | quand | lorsque | jusqu'à | tant que | jusqu'au
  `,
  favor: `
    garde | gardez | envoie | envoyez | envoi | paie | paye | payer | règle | règlement | virement
    récupère | récupérer | chercher | passe | mettez de côté | expédie | groupez
  `,
  era: 'noël | été | hiver | printemps | automne | année | mariage',
  oneEach: `
    1 de chaque | un de chaque | une de chaque | 1 chaque
  `,
};
