import type { LanguagePack } from '../language-pack';

/** Harmless Spanish talk around a claim. */
export const esTalk: Omit<LanguagePack, 'code'> = {
  opener: `
    es igual | es igual al | es igualito | es igualita | es idéntico | es idéntica | es como el de | es como la de |
    que mi marido no se entere | que mi esposo no se entere | que no se entere mi marido | que no se entere mi esposo | no puede ser que | no manches | no inventes | no lo puedo creer | no puedo creer | no me voy sin | no me lo pierdo | no me la pierdo | ando manejando | ando en el trabajo | ando en | estoy en | estoy manejando | voy manejando | mi marido paga | mi esposo paga | paga mi marido | paga mi esposo | huele | se ve | se ven | qué bien huele | me recuerda a | me recuerda | como el de mi | como la de mi | son las | ya son las | aquí son las | en la tienda cuesta | en tienda cuesta | en las tiendas cuesta | en el mall cuesta | en amazon cuesta | se parece al | se parece a la | se parece a | igualito al | igualita a la | igual al de mi | igual a la de mi | ando en | ando | de pila | de batería | crecí con | cómo te pago | cómo le pago | cómo pago | cómo les pago | a qué cuenta deposito | a dónde deposito | dónde deposito | dónde te deposito | nos vemos |
    es justo lo que | es lo que | es perfecto para | es perfecta para | está perfecto para | está perfecta para | está divino | está divina | está hermosa | ya me depositaron | ya cobré | ya me pagaron |
    llevo años | llevo meses | llevo tiempo | llevo rato | llevo semanas | llevo siglos | tengo años | tengo meses | tenía años | por años | desde hace años |
    me lo mandas | me la mandas | me lo envías | me la envías | por dhl | por fedex | por estafeta | no puede ser | ya tengo con qué | ya tengo con que
    con qué combinarlo | con qué combinarla | ay qué | ay que | qué hermosura | qué belleza | qué chulada | lo quiero para | la quiero para
    hermosa pieza | me lo guardas | me la guardas | te pago | le pago | me lo apartas | con todo y | urge | ya quiero | ya lo quiero | mi favorito
    mi favorita | de mi talla | te mando | te envío | ahorita te | ahorita | luego te | ya te | enseguida te | lo estreno | la estreno | me lo estreno
    me la estreno | mándamelo | mandamelo | mándamela | envíamelo | enviamelo | envíamela | mándenmelo | guárdamelo | guardamelo | guárdamela | apártamela
    júntalo | juntalo | júntamelo | agrégalo | agregalo | súmalo | sumalo | ponlo | échalo | pásame la cuenta | pásame los datos | mándame los datos
    para | con | por fin | por favor | gracias | te deposito | te transfiero | deposito | pago | recojo | paso por | va a quedar | va a verse
    me va a quedar | le va a quedar | le va a encantar | se va a ver | le encanta | combina | hace juego | va con | qué ganas | que ganas | qué emoción
    que emocion | me urge | lo necesito | la necesito | lo necesitaba | la necesitaba | lo andaba buscando | la andaba buscando | andaba buscando
    llevo buscando | tanto que lo quería | me encanta | me enamoré | me enamore | me fascina | amo | adoro | está hermoso | está hermosa | está precioso
    está preciosa | está divino | está divina | qué | es para | son para | no me lo pierdo | no me la pierdo | no lo dejo ir | no la dejo ir
    no me aguanté | no me aguanto | no me resistí | no pude resistir | no puedo resistir | sin pensarlo | antes de que me lo | antes de que me la
    antes de que lo | antes de que la | antes que | antes de que alguien | el envío | envío | en mi talla | ando corriendo | mi número es | mi direccion
    junto pedido | junto mi pedido | junto con | sigo juntando | lo recojo | la recojo | los recojo | las recojo | pasan por | pasa mi | hola | buenas
    buenas noches | buenas tardes | buenos días | saludos | te hago | hago la transferencia | cuando llegue te | por paypal | por nequi | por zelle
    en efectivo | en oxxo | por bizum | por yape | por transferencia | contra entrega | a mi casa | a mi dirección | para regalar | para regalo
    de regalo | es un regalo | para el cumple | para el cumpleaños | para la boda | para la fiesta | para navidad | cumple años | feliz | contenta
    emocionada | emocionado | enamorada | enamorado | al fin | lo amo | la amo | lo adoro | la adoro | qué bello | qué bella | está bello | está bella
    está padrísimo | está padre | está chulo | está chula | justo lo que | justo la que | lo que buscaba | me muero | me muero de | me muero por | llevaba
    llevaba meses | llevaba años | llevaba tiempo | llevaba rato | ay no puedo | no puedo con | no puedo con tanta | no puedo más | qué preciosidad
    qué ternura | qué cosita | qué delicia | para mi comadre | para estrenar | para la posada | para la graduación | para los quince | para el bautizo
    para mi viaje | para la playa | regalo para | lo había buscado | lo busqué | combina con | va perfecto | queda perfecto | queda perfecta | me combina
    hace match | ese color | ese tono | mi talla | justo mi talla | me hacía falta | me faltaba uno | para completar | para mi colección | mi colección
    ya le deposité | le deposito | le transfiero | te mando captura | mando captura | mando comprobante | te mando comprobante | te paso comprobante
    al rato te pago | al rato te deposito | al rato deposito | más tarde te pago | saliendo del trabajo | llegando a casa | ya casi me dormía
    casi me duermo | desde chiquita | te veo | nos vemos | lo recoge mi | la recoge mi | pasa por él mi | por mensajería | por paquetería | paquetería
    lo voy a | la voy a | voy a usarlo | voy a usarla | lo usaré | la usaré | está de | está increíble | está espectacular | está súper | agrégala
    súmalo a | lo pongo en | la pongo en | quedará | va a lucir | saludos a todas | saludos a todos | besos a todas | abrazos | se verá hermoso
    se verá hermosa | me faltaba este | me faltaba esta | justo para | lo regalo | la regalo | me encantó | me fascinó | llevo | llevo meses | buscando
    buscándolo | buscándola | esperando | la estaba esperando | lo estaba esperando | tanto tiempo | queda | queda con | justo | qué hermoso | qué hermosa
    qué bonito | qué bonita | qué lindo | qué linda | ay qué emoción | mi hija | mi hijo | mi mamá | mi nieta | mi marido me | mi esposo me | no puedo
    ya te deposité | ya deposité | ya pagué | ya transferí | ya te transferí | vivo en | estoy en | mándalo con | mándamelo con | júntalo con | ponlo con
    para lucir
  `,
  firstPerson: `
    yo | ya
  `,
  harmlessTalk: `
    le queda a usted | se le ve a usted | te queda a ti |
    buen precio | súper precio | super precio | qué precio | que precio | buenísimo precio | excelente precio |
    es que | es que está | es que es | de ayer | pedido de ayer | lo de ayer | los de ayer | del live pasado | lo del live pasado | hasta aquí | hasta acá | desde aquí | desde acá | hasta mi casa | hasta la cocina | no veía uno así | no veía una así | no había visto uno así | no había visto una así | nunca había visto uno así | no sabes cuánto | no sabes cuanto | no sabe cuánto |
    lo de ayer | de ayer | del lunes | de la semana pasada | lo del | lo de la semana pasada | con lo otro | mis otras | mis otros | lo demás | hasta el
    hasta la | hasta mañana | hasta que me paguen | no lo pienso | no lo pienso dos veces | no hay prisa | sin prisa | no importa | no hay problema
    no te preocupes | hoy | mañana | que me | que le | que te | más tarde | en la tarde | en la noche | por la mañana | esta semana | la próxima semana
    el lunes | el martes | el miércoles | el jueves | el viernes | el sábado | el domingo | lunes | martes | miércoles | jueves | viernes | sábado
    domingo | enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre | tanto | mucho
    como anillo al dedo | otra vez | ya que | que es el | que es la | es el próximo | a las | el próximo | la próxima | este viernes | este sábado
    este fin | fin de semana | en quincena | la quincena | cuando me paguen | junto | al rato | con tanta | puedo con | puedo más | meses buscándolo
    años buscándolo | a las 6 | el día de las madres | a todas | a todos | de mi prima | de mi hermana | de mi hija | de mi mamá | de mi amiga
    prisa en el envío | cuando puedas | cuando puedan | cuando quieras | cuando gustes | cuando tengas tiempo | aunque me | aunque mi | aunque ya tengo
    porque el mío | porque la mía | el mío ya | la mía ya | se me rompió el mío | antes de que | antes que | antes de que se acabe | antes que se acabe
    antes de que me lo ganen | desde que | desde que lo vi | desde que la vi | desde hace | desde hace meses | desde hace tiempo | no me lo quita nadie
    no me la quita nadie | nadie me lo quita | nadie me la quita | nos vemos | nos vemos el | con el dinero | con la quincena | con mi quincena
    a buen precio | qué buen precio | ese precio | a ese precio | por ese precio | me la debía | me lo debía | me lo merezco | me la merezco | ya se
    se me | se ve | se ven | se rompió | se acabe | se acabó | se gastó | se me hace | como se ve | toda la noche | todo el día | todo el dia
    toda la tarde | toda la semana | todo el mes | tengo una | tengo un | tengo que | tengo la | tengo el | ya van | ya llevo
  `,
};
