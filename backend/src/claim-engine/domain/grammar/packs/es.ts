import type { LanguagePack } from '../language-pack';
import { esTalk } from './es-talk';

export const es: LanguagePack = {
  code: 'es',
  ...esTalk,
  change: 'cambio | cambia | cambie | cambiar | cámbiame | cambiame',
  preposition: 'en | con',
  of: 'del | de la | de los | de las',
  claim: `
    mío | mía | míos | mías | es mío | es mía | para mí | vendido | vendida | apártame | apártamelo | apártamela | aparta | apárteme | me apartas
    resérvame | reservame | resérveme | quiero | lo quiero | la quiero | me lo llevo | me la llevo | me llevo | lo llevo | lo compro | la compro | compro
    me quedo | me quedo con | me lo quedo | me la quedo | tomo | lo tomo | anótame | anotame | dame | deme | mándame | pido | separame | sepárame
    sepáreme | guárdame | guardame | me interesa comprar | quisiera | quiero comprar | quiero llevarme
  `,
  claimWeak: `
    apartado | apartada | reservado | reservada | comprado | yo | me interesa | interesada | interesado | reservo | aparto | necesito | llevo | me das
    me puedes dar | puedo tener | me apartas por favor
  `,
  pass: `
    mejor paso | mejor cancelo | mejor cancela | podrías cancelar | puedes cancelar | me puedes cancelar | me cancelas | cancélenme | quiero cancelar | quisiera cancelar | necesito cancelar | voy a cancelar | tengo que cancelar | tengo que pasar | voy a pasar | al final paso | al final cancelo |
    cancela | cancelar | cancelo | cancelen | cancele | cancélame | cancelame | paso | paso del | suelto | desisto | libero | lo suelto | la suelto
  `,
  passWeak: `
    pasar | no paga | no lo paga | no la paga | no lo quiere | no la quiere |
    cancelan | lo cancelan | la cancelan | sueltan | lo sueltan | liberan | quítame | quitame | quita | déjalo | dejo | suelta | libera | renuncio | borra
    bórrame | elimina | cancelado | devuelvo
  `,
  noLonger: `
    ya no | ya no quiero | ya no lo quiero | ya no la quiero | no lo quiero más | cambié de opinión | cambie de opinion | cambié de idea | me arrepentí
    mejor no | siempre no | al final no
  `,
  wait: 'me apunto en lista de espera | me apunto en la lista de espera | me apunto a la lista de espera | me apunto en espera | ponme en lista de espera | ponme en la lista de espera | ponme en espera | apúntame en lista de espera | apúntame en la lista de espera | apúntame en espera | anótame en lista de espera | anótame en la lista de espera | me anotas en espera | me anotas en lista de espera | me anotas en lista de espera para | me anotas en la lista de espera | me anotas en la lista de espera para | me pones en espera | me pones en lista de espera | quiero lista de espera | lista de espera | en espera | en lista de espera | en cola | suplente | segunda opción | si se libera',
  waitWeak: 'siguiente | espera | cola | fila | segundo | segunda',
  participles:
    'vendido | vendida | vendidos | vendidas | apartado | apartada | comprado | reservado | reservada',
  thing: `
    bolsa | bolso | vestido | blusa | falda | pantalón | camisa | camiseta | playera | chamarra | chaqueta | abrigo | suéter | sudadera | collar | anillo | pulsera | arete | reloj | cadena | dije | cartera | monedero
    mochila | gorra | sombrero | cinturón | bufanda | zapato | bota | tenis | sandalia | perfume | labial | paleta | crema | muñeca | peluche | juguete | florero | jarrón | lámpara | espejo | taza | plato | olla | sartén | cobija
    manta | cojín | conjunto | traje | body | chaleco | leggin | licuadora | termo | plancha | cuadro
  `,
  topic: `
    envío | envíos | envían | mandan | entregas | entregan | entrega | envias | envían | mandas | paquetería | próximo live | próximo en vivo | siguiente live | otro live | formas de pago | aceptan | transferencia | tarjeta | oxxo | dónde están | ubicación | ubicados | horario
    tienda física | sucursal | hacen envíos | cómo están | qué tal | a qué hora | qué día | cuándo hacen | cuándo es el próximo
  `,
  vocative: `
    comadre | compadre | comadrita | carnal | wey | güey | tía | tío | tronco | tronca | chica | chicas | chicos | prima | primo | manita | manas | mijo | mija | hija | mano | bro | compa
    parce | parcera | parcero | pana | broder | jefe | jefita | patrona | patrón | doña | seño | vecina | mamita | mamacita | bebé | gordita | flaquita | morra | colega | maja
    guapi | cari | tesoro | cielo | amigas | amigos | amix | amiguis | hermana | hermano | hermanita | reinas | reinita | muchachas | muchachos | amiguita | linda | nenas | guapas | girl | sis
  `,
  article: 'el | la | los | las',
  vague:
    'unos cuantos | unas cuantas | unos | unas | algunos | algunas | varios | varias | unos pocos | unas pocas',
  talkEnd: 'pero | así que | por eso | entonces | bueno',
  shared:
    'ambos = 2 | ambas = 2 | los dos = 2 | las dos = 2 | todos = * | todas = * | los tres = 3 | las tres = 3',
  wish: 'quiero | yo quiero | necesito | quisiera',
  pointer: 'ese | esa | esos | esas | este | esta | estos | estas | el | qué',
  harmlessBeforeClaim: `
    no me aguanto | no me aguanté | no me aguanté más | no pude resistir | no pude resistirme | no me resisto | ya cobré | ya me depositaron | ya me pagaron | ya cayó la quincena | ya me cayó la quincena | me decidí | ya me decidí | me convenciste | caí | caí otra vez |
    me dejó | me dio chance | ya me dieron permiso | me dio luz verde | dijo que si |
    dijo que sí | dice que sí | me dio permiso | ya no debería | no debería | ando corta de dinero | ando corto de dinero | sin dinero | no tengo dinero | ya no puedo gastar | llego tarde | llegué tarde | mi cartera llora | me van a matar | me va a matar
  `,
  label: `
    número | numero | núm | num | nro | nº | no | artículo | articulo | lote | código | codigo | prenda | pieza | item | ítem | producto | modelo | ref
    referencia
  `,
  filler: `
    se | el | la | los | las | lo | de | del | al | este | esta | ese | esa | eso | un | una | que | también | por aquí | aquí | me | mi
  `,
  harmless: `
    no me ignores | no me ignoren | no me saltes | no me salten | no me dejes fuera | no me dejen fuera | no me dejen sin él | no me dejen sin ella | no me olvides | no me olviden | no te olvides de mí | no se olviden de mí | espero alcanzar | ojalá alcance | soy nueva | soy nuevo | soy nueva aquí | es mi primera vez | primera vez aquí | primera vez que compro | se me fue el internet | se me fue la luz | se me fue la señal | se me cayó el internet | se me cayó la señal | se me trabó el cel | se me trabó el celular | se me trabó el teléfono | se me apagó el cel | se me apagó el celular | se me acabó la pila | se me congeló la pantalla | se me salió del live | me sacó del live | me sacó el live | me salí del live | ya regresé | ya volví | ya llegué | ya estoy aquí | mi internet está lento | mi internet está bien lento | tengo mala señal | con mala señal | apúntamelo | apúntame | apúntalo | anótalo | anótamelo | uy sí | qué chido | padrísimo | está padrísimo | qué belleza | qué hermosura | qué divino | qué divina | qué maravilla | qué sueño | qué bonitos | qué bonitas | qué lindos | qué lindas | qué hermosos | qué hermosas | belleza | hermosura | bb | bbs | mi cielo | mi reyna | reyna | reinaa | preciosidad | una preciosidad | qué preciosidad | venga | órale | ándale | vale | dale | arre | híjole | no manches | uff | uf | ostras | hala | jolín | toma | yei | por dios | dios | eso | va | anda | qué chulo | qué chula | qué bello | bueno | bueno pues | ya llegué | ya llegue | ya estoy aquí | ya estoy lista | ya estoy listo | a todas | a todos | buenas a todas | buenas a todos | hola a todas | hola a todos | buenas noches a todas | buenas noches a todos | buenas tardes a todas | buenas tardes a todos | por fis | por favorcito | porfavorcito | de favor | por fissss | me gusta | me gustaría | porfa | por fa | porfavor | por favor | porfis | xfa | pf | gracias | muchas gracias | mil gracias | hola | buenas | buenas tardes | buenas noches | buenos días | amiga | amigo | reina | hermosa | linda | bella | guapa | corazón | cariño | primera vez que compro | es la primera vez que compro | es mi primera compra | primera compra | mi primera compra | es mi segunda del día | es mi segundo del día | es mi tercera del día | es mi tercero del día | es mi cuarta del día | es mi segunda de la noche | es mi tercera de la noche | es mi tercero de la noche | es mi segunda hoy | es mi tercera hoy | no me dejes sin él | no me dejes sin ella | no me dejes sin el | que nadie me lo gane | que nadie me la gane | que no me lo ganen | que no me la ganen | no se lo des a nadie | no se la des a nadie | no se lo dé a nadie
    señora | señorita | sí | si por favor | ay | wow | qué lindo | qué linda | que bonito | que bonita | qué hermoso | qué hermosa | me encanta
    me encantó | precioso | preciosa | hermoso | bonito | bonita | divino | divina | saludos | besos | dios mío | dios mio | jeje | jaja | jajaja
    por fin | listo | lista | claro | ok | bendiciones | mami | nena | chula | chulo | chulada | preciosura | lindura | divis | mana | amor mío | amor
    vendedora | jefa | plis | plisss | gente | no me lo ganen | no me la ganen | no me lo quiten | no me la quiten | que no me lo ganen
    que no me la ganen | no me ganen | disculpa | disculpe | perdón | perdon | lo siento | mi amor | hijo mío | mi vida | mi reina
  `,
  subject: 'que cumple | cumple | va a cumplir | que va a cumplir | yo | nosotros | nosotras',
  my: 'mi | mis | su | sus | tu | tus | nuestro',
  and: 'y | e | más el | y también | y el | y la',
  or: 'o | ó | u | en vez de | en lugar de',
  questionAnywhere: `
    cuánto | cuanto | cuánta | cuántos | cuantos | cuál | cual | cuáles | quién | quien | qué | cómo | como | dónde | donde | cuándo | cuando | por qué
    precio | disponible | hay | queda | quedan | tienes | tienen | tiene | puedo | puedes | alcancé | qué talla | que talla | que precio | qué precio
    que numero | cuesta | vale | a cómo | a como | ver | saber | mostrar | enseñar | muestra | muéstrame | enséñame | medidas | info | informes
  `,
  questionAtStart:
    'que cumple | cumple | va a cumplir | que va a cumplir | está | estás | están | esta vendido | esta disponible | ya está | ya esta | es | son | fue | era | será',
  not: 'no me ignores | no me ignoren | no me saltes | no me salten | no me dejes fuera | no me dejen fuera | no me dejen sin él | no me dejen sin ella | no me olvides | no me olviden | no te olvides de mí | no se olviden de mí | no me lo ganen | no me la ganen | no me lo quiten | no me la quiten | que no me lo ganen | que no me la ganen | no me ganen | no | nunca | tampoco | nadie | ni | sin | jamás | nada | no me dejes sin él | no me dejes sin ella | no me dejes sin el | que nadie me lo gane | que nadie me la gane | que no me lo ganen | que no me la ganen | no se lo des a nadie | no se la des a nadie | no se lo dé a nadie',
  anymore: 'más | ya | al final | después de todo',
  report: `
    era mío | era mía | eran míos | fue mío | fue mía | era para mí | tenía que ser mío | ayer | anoche | semana pasada | la semana pasada | mes pasado
    año pasado | hace | he | ha | han | hemos | fue vendido | fueron | agotado | agotada | agotados | ya vendido | ya vendidos | vendí | vendió
    vendieron | compré | ellos | ella | ellas | él | ustedes | usted | tú | alguien | ojalá | perdí | antes | gané | otra persona | quería | queria
    querían | hubiera | mío era | el mío es | el mío era | el mío llegó | la mía llegó | el mío me llegó | el mío vino | me llegó | llegó | llegaron
    vendidos | vendidas
  `,
  recipient: 'a | a la | por',
  doubt: `
    consultarlo | lo consulto | la consulto | consultarla | pensarlo | pensarla | lo pienso | la pienso | lo voy a pensar | déjame pensar |
    el que tengas | la que tengas | lo que tengas | el que haya | la que haya | cualquiera | el que sea | la que sea | ya | quizás | quizá | tal vez
    talvez | creo | pensando | solo | sólo | pero | recién | hoy | mañana | casi | entre | hasta | mejor | duda | otro | otra | otros | sino | como
  `,
  condition:
    'si es | si hay | si tiene | si queda | si | si me | siempre que | siempre y cuando | en caso | solo si | depende',
  joke: 'broma | es broma | bromeo | mentira | era broma | jaja mentira | no es cierto | bromita | ntc | es joda',
  correction: `
    ay no | no no | era el | era la | quise poner | quería decir | digo | quise decir | perdón | perdon | me equivoqué | corrección | mejor el | mejor la
    error | espera | disculpa | disculpe
  `,
  all: 'todo | todos | toda | todas | todos los | todas las',
  times: 'x | cantidad | cant',
  pieces:
    'madejas | madeja | ovillos | ovillo | bolas | paquetes | rollos | latas | bolsitas | cajitas | frascos | tubos | bolsas | botellas | labiales | macetas | sobres | piezas | pieza | pz | pzs | pzas | unidad | unidades | uds | ud | pares | par | de ellos | cajas',
  numerals: `
    once = 11 | doce = 12 | trece = 13 | catorce = 14 | quince = 15 | dieciséis = 16 | diecisiete = 17 | dieciocho = 18
    diecinueve = 19 | veinte = 20 | veintiuno = 21 | veintidós = 22 | veintitrés = 23 | veinticuatro = 24 | veinticinco = 25
    veintiséis = 26 | veintisiete = 27 | veintiocho = 28 | veintinueve = 29 | treinta = 30 | cuarenta = 40 | cincuenta = 50
    sesenta = 60 | setenta = 70 | ochenta = 80 | noventa = 90 | cien = *100 | ciento = *100
  `,
  counts: `
    uno = 1 | una = 1 | dos = 2 | tres = 3 | cuatro = 4 | cinco = 5 | seis = 6 | siete = 7 | ocho = 8 | nueve = 9 | diez = 10 | ambos = 2
  `,
  release:
    'cancela | cancelan | se libera | se arrepiente | se arrepienten | no paga | lo suelta | la suelta',
  age: 'años | año | meses | mes',
  sizeMark: 'tono | en tono | en el tono | talla | tallas | en talla | talle | tamaño',
  sizes: `
    chica = S | chico = S | pequeña = S | pequeño = S | mediana = M | mediano = M | grande = L | extra grande = XL
    talla g = L | talla ch = S | talla eg = XL | unitalla = one size | talla única = one size
  `,
  colorNouns: 'color',
  colors: `
    negras = black | negros = black | blancas = white | blancos = white | rojas = red | rojos = red | azules = blue | verdes = green | rosas = pink | moradas = purple | morados = purple | amarillas = yellow | amarillos = yellow |
    rojo = red | roja = red | azul = blue | verde = green | negro = black | negra = black | blanco = white | blanca = white
    rosa = pink | rosado = pink | rosada = pink | morado = purple | morada = purple | amarillo = yellow | amarilla = yellow
    naranja = orange | café = brown | marrón = brown | gris = gray | beige | dorado = gold | dorada = gold | plateado = silver
    plateada = silver | azul marino = navy | vino = wine | lila = lilac | turquesa = turquoise | color rojo = red
    color azul = blue | color verde = green | color negro = black | color blanco = white | color rosa = pink | color gris = gray
  `,
  measure: `
    minutos | minuto | mins | horas | hora | días | dias | día | semanas | semana | semanitas | meses | mes | mesecitos | mesesitos | años | año | añitos | añito | personas | veces | kilos | gramos | metros | pedazos | pedazo | de la mañana | de la madrugada
    km | cms | hrs | h | de la noche | de la tarde | hijos | tallas | boletos | casas
  `,
  currency: `
    pesos | peso | mxn | euros | euro | dólares | dolares | soles | bs | quetzales | lempiras | colones | mil | varos | lucas
  `,
  purpose: `
    para mí | gracias | muchas gracias | hola | saludos | buenas noches | buenas tardes | para | pa | para mi mamá | para mi mami | para mi papá | para mi hija
    para mi hijo | para mi hermana | para mi esposo | para mi abuela | para mi nieta | para mi nieto | para mi sobrina | para mi amiga | para mi niña
    para mi niño | para mi bebé | para mi suegra | para mi tía | para mi prima | para mi novio | para mi novia | para mi comadre | mil gracias
  `,
  address: `
    misma dirección | la misma dirección | a la misma dirección | saludos desde | saludos de | recojo | lo recojo | la recojo | paso por él | paso por el | paso por ella | paso a recoger | paso a recogerlo | lo demás | te mando | le mando | te transfiero | le transfiero | te deposito | le deposito
    junto con lo demás | con lo demás | ya te deposito | te deposito | ya deposito | ya deposité | ya te deposité | ya te pago | ya pago | ya pagué
    ya te pagué | te pagué | ya te transfiero | te transfiero | ya te transferí | ya transferí | ahorita te deposito | ahorita te pago | ahorita deposito
    ahorita pago | en un momento te pago | ya hice el pago | ya hice el depósito | ya hice la transferencia | hice el pago | con mis otros pedidos
    con mi pedido | junto con mi pedido | júntalo con | agrégalo a mi pedido | pago | pago con | pago por | te pago | pagaré | pagando | deposito
    deposité | hago el depósito | transfiero | transferencia | nequi | daviplata | yape | plin | bizum | oxxo | mercado pago | vivo en | calle | carrera
    avenida | barrio | colonia | mañana | hoy | soy de | desde | somos de | envío a | enviar a | mandar a | mi dirección | dirección | envíame a
    entrega en | teléfono | tel | whatsapp | celular | mi número es | cel | hola desde | buenas desde | buenas noches desde | buenas tardes desde
    buenos días desde | buenas noches de | buenas tardes de | cp | c p | código postal | paso a recogerlos | paso a recogerla | paso a recogerlas
    paso por ellos | paso por ellas | paso a buscarlo | paso a buscarla | paso a traerlo | paso por los dos | paso mañana | paso el lunes | paso el martes
    paso el miércoles | paso el jueves | paso el viernes | paso el sábado | paso el domingo | a nombre de | al nombre de | bajo el nombre
    bajo el nombre de | mi nombre es
  `,
  plea: 'por favor | porfa | por fa | porfavor | porfis | por fis | plis | xfa',
  unsettlingTalk: `
    antes que yo | antes de mí | primero que yo |
    avisar | mitad | robaron | pensarlo | qué rápidas | que rapidas | ni modo | se me fue | según | sueños | me ganaron | a menos | salvo
    siempre y cuando | con tal | pero | dijo | dice | dicen | dijeron | dijiste | me dijo | preguntó | se llevó | se lo llevó | se la llevó | se lo
    se la | vendí | vendió | vendieron | ustedes | usted | ti | quien | creo | pienso | quizá | quizás | tal vez | a lo mejor | capaz | puede | podría
    debería | sería | haría | igual y | duda | dudo | ojalá | felicidades | felicitaciones | lástima | lastima | qué mal | que mal | muy caro | carísimo
    caro | feo | fea | falso | roto | rota | rebaja | descuento | más barato | no me alcanza | no alcanza | sin saldo | sin dinero | en efectivo si
    primero déjame | déjame ver | dejame ver | déjame | dejame | espera | espérame | al rato veo | veo | ver | prueba | probando | jugando | escribió
    escribí | teclado | pisó | piso el | leyendo | repetición | ejemplo | significa | consultar | consultarlo | consultarla | pensar | checar | preguntar
    preguntarle | faltaba dinero | falta dinero | platicarlo | platicar | va para | te confirmo | confirmo | confirmar | confirmarte | andaba de
    espero a mi | espero que mi | espero que me | agarró el celular | agarro el celular | celular | el dedo | vetó | veto | lo quiere | la quiere
    los quiere | las quiere | lo vio | lo escribió | apretó | aplastó | picó | tecleó | la quería | lo quería | me lo ganó | me la ganó | ganaron la
    ganaron el | en mis sueños | soñando | qué lástima | enseñes | muestres | enseñas | enséñame | muéstrame | vea | lo vea | la vea | cuando me lo
    lo pidió | la pidió | lo pidio | la pidio | primero | primera | me lo ganaron | me la ganaron | lo ganaron | la ganaron | hablar con | hablarlo
    lo hablo | lo platico | consulto
  `,
  retraction: `
    la que lo | la que la | para la que | para quien | siempre que | con tal de | perdón no | broma | bromeando | mentira | es juego | olvídalo | olvidalo
    olvida | bórralo | borralo | cancela eso | ignora | ignoren | mejor no | siempre no | siempre sí | me retracto | retiro | cambié de opinión
    cambie de opinion | me arrepentí | arrepintió | quise decir | o sea no | lo dejo | me lo quedo | arrepiente | arrepienten | me arrepiento
  `,
  person: `
    esposo | marido | mujer | esposa | hermana | hermano | mamá | mama | papá | papa | hija | hijo | suegra | prima | primo | tía | tia | tío | abuela
    abuelo | nieta | nieto | sobrina | sobrino | novio | novia | amiga | amigo | vecina | comadre | jefa | niña | niño | gato | perro | cuñada
  `,
  harmlessVerb: `
    me va a matar | me mata | ni se entera | no sabe | le encanta | le va a encantar | lo necesita | la necesita | lo va a amar | la va a amar
    va a estar feliz | va a estar contenta | cumple
  `,
  harmlessIfDenied: `
    mandes todavía | mandes aún | mandes hasta | mandes aun | mande todavía | mande aún | mande hasta | mande aun | envíes todavía | envíes aún
    envíes hasta | envíes aun | envíe todavía | envíe aún | envíe hasta | envíe aun | mandes el paquete todavía | mandes el paquete aún
    mandes el paquete hasta | mandes el paquete aun | envíes el paquete todavía | envíes el paquete aún | envíes el paquete hasta | envíes el paquete aun
    despaches todavía | despaches aún | despaches hasta | despaches aun | puedo creer | puedo creerlo | puedo creer que | me lo creo | hay prisa
    tengo prisa | corre prisa | hace falta factura | hace falta bolsa | hace falta envolver | necesito factura | necesito bolsa | necesito recibo
    ocupo factura | envuelvas | lo envuelvas | factura | bolsa | envoltura | envolver | hace falta bolsa de regalo | hace falta envoltura
    hace falta caja | hace falta recibo | ocupo bolsa | ocupo envoltura | ocupo caja | puedo con la emoción | puedo esperar | aguanto las ganas | aguanto
    tengo prisa en el envío | hay prisa en el envío | corre prisa el envío | quita nadie | me lo quita nadie | me la quita nadie | lo suelto | la suelto
    lo dejo ir | la dejo ir | puedo con tanta | puedo más | puedo resistir | me pude resistir | pude resistir | pude resistirme | me aguanto
    me lo pierdo | me la pierdo | lo pienso | lo pensé | la pensé | importa | me importa | hay como | hay nada | duermo | dormí | he visto | había visto
    encontraba | lo encontraba | la encontraba | tengo llenadera | tengo remedio | tengo perdón | necesito caja | necesita caja
  `,
  date: `
    es el | el día | día | cumple | a las | a la | son las | hasta el | antes del | desde las | tiene | cumple los | cumplir | ya van | van | van como | cuesta | cuestan | vale | en los | de los | los años | me costó | nos vemos el | nos vemos a las
    ya llevo | llevo
  `,
  street: `
    calle | avenida | av | colonia | col | carrera | calzada | fraccionamiento | fracc | edificio | depto | apartamento | casa | barrio | manzana | mz
    lote
  `,
  cancelWord: `
    cancela | cancelar | cancelo | cancelen | cancele | cancélame | cancelame
  `,
  mistake: `
    me equivoqué | equivoqué | equivoque | equivocado | equivocada | error | sin querer | fue mi hijo | el gato | mi gato | me confundí | me confundi
  `,
  request: `
    me das | me puedes dar | puedo tener | me apartas por favor
  `,
  others: `
    comprado | ganado |
    ganó | gano | ganaron | llevó | compró | tiene | tuvo | fueron | ella | ellos | ellas | alguien | nadie
    otra persona | otro | otra | otros | otras | quiso | pidió | pidio | dinero | suerte la | qué suerte
    que suerte | cara | que me dijo
  `,
  past: `
    compré | compre | tengo | tenía | tuve | era | fue | estaba | había | ayer | anoche | pasado | pasada
    antes | precio | barato | barata | aunque
  `,
  when: `
    cuando | hasta que | hasta | una vez que | mientras | en cuanto
  `,
  favor: `
    guarda | guarde | guarden | guárdame | guardame | guárdamelo | guardamelo | guardas | manda | mande | mandas | mándame | mandame | envía | envias
    envíame | envio | envío | pago | pagar | te pago | deposito | deposita | depositar | transfiero | recojo | paso a | paso por | voy por | lo recojo
    la recojo | aparta | junta | empaca
  `,
  excuse: `
    para mí | me queda chico | me queda chica | me queda grande | me queda corto | me queda corta | me queda largo | me queda larga | me queda pequeño | me queda pequeña | me queda apretado | me queda apretada | me queda mal | no me queda | no me quedan | me quedan chicos | me quedan grandes | me quedó chico | me quedó grande | me va a quedar chico | me va a quedar grande | se me hace caro | se me hizo caro | sale caro | salió caro | está caro | está muy caro | muy caro para mí | me pasé del presupuesto | no me alcanza | ya no me alcanza | no tengo dinero | se me acabó el dinero | me equivoqué de talla
  `,
  era: 'navidad | navidades | verano | invierno | primavera | otoño | año | boda',
  oneEach: `
    1 de cada | uno de cada | una de cada | uno de cada uno | 1 de cada uno | 1 de cada una | una de cada una | 1 c/u | uno y uno
  `,
};
