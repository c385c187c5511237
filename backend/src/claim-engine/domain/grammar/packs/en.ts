import type { LanguagePack } from '../language-pack';
import { enHarmless } from './en-harmless';
import { enDanger } from './en-danger';
import { enTalk } from './en-talk';

/**
 * English. Its claim words are everyday words, so configuring one of them does not make the others claim
 * words. The others only propose a claim.
 */
export const en: LanguagePack = {
  code: 'en',
  ...enTalk,
  ...enDanger,
  ...enHarmless,
  preposition: 'here in | down here in | up here in | over here in | in | with',
  of: 'four of | five of | six of | two of | three of | of',
  claimWeak: `
    ill have | i will have | let me have | let me get | ill grab | ill snag | i could use
    put me down for | put me down | can you put me down for | could you put me down for | can u put me down for | would you put me down for | please put me down for | can you put me in for | put me in for | put my name on | put my name down for | can you put my name on | count me in for | sign me up for | mark me down for | mark me for | can you mark me for | can you add me for | can you hold | could you hold | can you save me | save me | can you reserve | could you reserve | can you set aside | set aside
    sold | mine | claim | claiming | claimed | dibs | grabbing | snagging | take | taking | buy | buying | bought | want | wants | wanted | need | hold
    reserve | grab | gimme | so sold | can i get | could i get | can i have | could i have | may i have | may i get | give me | get | getting | order | me | shop | cart | add | keep | snag
    can i grab | can i take
  `,
  pass: `
    im passing | ill cancel | cancel | cancelling | canceling | unclaim | passing
    unfortunately passing | unfortunately passing on | unfortunately pass | unfortunately pass on
    sadly passing | sadly passing on | sadly pass on
  `,
  passWeak: `
    im out on | im out for | count me out on | count me out for | ill sit out | ill sit this out | sitting out on | doesnt pay | didnt pay | never pays | doesnt want it anymore | no shows | ghosts | flakes | doesnt come through | they dont pay | she cant pay | take me off | take me off of | take my name off | take my name off of |
    can i pass on | can i pass | could i pass on
    skip | drop | release | remove | unsold | give up | give back | put back | take me off | remove me from | take off
    take back | nvm | nevermind | never mind | not interested in | let go | cancelled | canceled | passed | return | void
    undo | pass
    backs out of | backs out on | backs out | back out of | backing out of | flakes on | drops out of | bails on
    unfortunately have to pass on
  `,
  change: 'swap | swap my | exchange | switch | change',
  noLonger: `
    no longer want | no longer wants | no longer need | no longer interested in | no longer taking | no longer | changed my mind
    change my mind | changed my mind about | changing my mind | dont want anymore | decided against | on second thought
    someone else can have | somebody else can have | dont need anymore
    have to let | gonna have to let | going to have to let | need to let | gotta let
  `,
  wait: `
    wl | put me as backup | put me as backup on | put me as back up on | put me down as backup on | me as backup on | as backup on | backup on | put me down as backup | put me down as backup for | put me down as back up | put me down as back up for | put me down for backup | put me down for backup on | put me down for the waitlist | put me as backup for | put me in as backup | put me in as backup for | put me on backup | put me on backup for | put me on the waitlist | put me on the waitlist for | put me on the waiting list | put me on the waiting list for | put me on the wait list for | put me on waitlist | add me as backup | add me as backup for | add me to the waitlist | add me to the waitlist for | add me to the waiting list for
    add me to waitlist | on the waitlist for | on the waiting list for | as backup for | as back up for | as a backup for | ill be backup | ill be backup for | ill be the backup for | ill take backup | ill take backup on | ill take backup for | me as backup for | backup please | waitlist for | waitlist on
    backup | back up | backup for | waitlist | wait list | waiting list | wait listed | waitlisted | next in line
    second in line | 2nd in line | waitlist me | back-up | wait-list | back-up for
    next in line for | me next in line for | put me next in line for | put me next in line | me next in line
  `,
  waitWeak: `
    can i be backup | can i be backup for | can i be backup on | can i be on the waitlist for | can i get on the waitlist for | can you put me as backup for | can you put me down as backup for | can you add me to the waitlist for | could i be backup for
    comes back | becomes available | opens up | falls through | gets released | bu | b/u | queue | next | second | next up | if falls through | if she passes | if he passes | if they pass | in line
    next on | next for | can i be next on | can i be next for
  `,
  participles:
    'sold | bought | claimed | took | got | wanted | passed | cancelled | canceled | reserved | taken',
  letterQuantity: 'shop',
  label: `
    spot | slot | seat |
    item | items | no | number | numbers | num | nr | nbr | lot | lots | id | code | sku no | sku number | style | nos | piece | art | article
    tag | ref | model | listing | product | dress | card | ring | bag
  `,
  filler: `
    mother in law | father in law | sister in law | brother in law | daughter in law | son in law | be | to be |
    area | city |
    on | the | of | to me | to myself | to us | it | this | that | these | this one | that one | those | ill | i will | ill do
    lets | lets do | let me | im going to | im gonna | gonna | would like | id like | just me | too | as well | ok | okay
    so | now | i would like to | i want to | ill have to | have to | i have to | going to | gotta | got to | i wanna | wanna
    i need to | i must | must | right now | first | here | over here | there | its | thats | husband | hubby | wife | mom | mum | mommy | mama | dad | daughter | son | granddaughter | grandson | niece
    nephew | grandma | grandmother | mother | baby | and its | me too | us | all night
    ive been waiting | been waiting | waiting | got here | just got here | the last one | last one | finally got one | got one | finally got it | my first | my first one | my first claim
    my first time | ever | then | im so
  `,
  determiner:
    'this | that | these | those | the | your | our | love this | love that | love your | i love this | i love that | i love your',
  subject:
    'who turns | whos turning | she just | he just | they just | i already | shes turning | hes turning | he | she | they | shes | hes | theyre | i | we | ive | weve | i just | we just',
  my: 'my | our | his | her | their | your',
  and: 'and | n | plus | and also | also',
  or: 'or | either | instead of | rather than | vs | thru | through | up to | till',
  questionAnywhere: `
    how | hows | what | whats | who | whos | whose | which | when | whens | where | wheres | why | how much | how many
    available | did i get | did i win | any left | is it | is this | is that | are these | still available | anyone | anybody | wondering | do you | do u | can you | can u | can i | could i | may i | could you | would you | will you | is there
    are there | have you | do i | am i | did you | was it | huh | see | show | look | know | ask | tell me | asking about
    curious | info | details | need help | help me | help with | help | measurements | yet | separately
  `,
  questionAtStart: `
    shes turning | hes turning | who is | whos turning | who turns
    turned
    turns | turning | is | are | was | were | does | do | did | can | could | will | would | has | have | should | am | had | isnt | wasnt | arent
    may | any
  `,
  contrast: 'not',
  not: `
    dont overlook me | do not overlook me | dont pass me by | dont pass me over | dont leave me out | do not leave me out | dont miss me | do not miss me | dont ignore me | dont skip over me | dont let me lose it | dont let me lose this | dont let me lose this one | dont let me miss it | dont let me miss this | dont let it get away | dont let this get away | dont forget about me | dont lose mine |
    dont let anybody take it | dont let anybody take this | dont let anybody get it | dont let anybody else have it | dont let anybody else take it | dont let anyone | dont let anyone have it | dont let anyone else have it | dont let anyone take it | dont let anyone get it
    dont let anyone else get it | dont let anyone else take it | dont let anybody have it | dont let anyone steal it
    dont sell it to anyone else | dont give it to anyone else | dont give it away | dont skip me | dont forget me |
    said no | says no | not | no | dont | doesnt | didnt | wont | cant | cannot | never | nope | without | aint | isnt | wasnt | wouldnt | havent
    hasnt | shouldnt | nobody | neither | nah | stop | couldnt | arent | unfortunately | except
  `,
  anymore: 'anymore | any more | any longer | after all',
  report: `
    per day | per week | per month | everybody sold | everyone sold
    was mine | were mine | should be mine | should have been mine | was supposed to be mine | was already mine
    from ebay | from poshmark | from facebook | from amazon | from etsy | from mercari | youd | youll | would kill me if i said | if i said | if i say | if i type
    since | waiting since | been waiting since | been waiting for this since | been waiting for it since | been wanting this since | been wanting it since | been wanting one since
    been looking for this since | been looking for one since | been here since | ive been waiting since | waiting for this since | waiting for it since | waiting for one since | wanting this since | wanting one since
    looking for this since | looking for one since | watching since | been here since
    sold mine | sold mine for | so sold on
    yesterday | last week | last month | last year | last night | last time | last show | last live | ago | already | sold out
    out of stock | already sold | have sold | has sold | had sold | were sold | was sold | got sold | being sold | been sold
    be sold | sold at | sold them | sold me on | sold by | sold like | sold so | sold me out | sells
    selling | sell | he | she | they | you | u | someone | somebody | people | wish | wished | missed | lost | remember | once
    used to | before | earlier | since | almost | nearly | shes | hes | theyre | youre | youve | next week | next time
    next show | next live | this morning | this week | everyone else | wow that sold | them | him | mine is | mine are
    mine was | mine has | mine came | of mine | mine arrived | mine broke | mine too | not mine | like mine | same as mine
    data mine | gold mine | pass away | passed away | pass out | bus pass | season pass | pass the | pass by | passing by | passing through | just passing | passing out | passing time | passing the | passing around | pass through | pass it | every
    each year | pass me | pass that | pass those
  `,
  recipient:
    'watching from | tuning in from | joining from | shopping from | hello from | hi from | hey from | greetings from | love from | here from | good morning from | good evening from | to | by | from | on ebay | on poshmark | on facebook | on amazon | on etsy',
  doubt: `
    run it by | run this by | run that by | run it past | clear it with | clear this with | see what hubby says | see what my husband says | waiting on hubby | pending | not sure | im not sure | not 100% sure | i think | i guess | i might | i may | i suppose | im thinking | thinking | id say | not sure but | idk but | idk | dunno | tempted |
    grand | tell | take me to | take us to |
    pricey | too pricey | too expensive | wrong size | wrong color | wrong colour | rent is due | bills are due | too big | too small | too long | too short | too tight | too much | too many | out of budget | over budget | over my budget | overspent | broke | cant afford it | i cant afford it | already have one | already have it | have one already | found one already | found one | found another | found another one
    its his | its her | its hers | its their | its theirs | its yours | yours | hers | theirs | his claim | her claim | their claim | his order | her order | their order
    his first | her first | called it first | bought it | bought me | bought one | on hold | take it | keep it | keep yours | oh well | lucky her | lucky him | lucky you | happy for her | happy for him
    claimed that | claimed it | take it back | take that back | taking it back | taking that back | back | for nothing | for fun | for the win | for real | for real though | for laughs | for a laugh | i already
    my phone | my fingers | my finger | my keyboard | my computer | my tablet | my ipad | my account | glitched | glitch | lagged | hacked
    typed | typed that | typed it | did that | did it | did this | wrote that | wrote it | posted that | hit enter | hit send | pressed | by accident | accidentally | accident | by mistake | a mistake | mistake | autocorrect | wrong show | wrong live | wrong one | wrong item | wasnt me
    whichever you have | whatever you have | whichever u have | whatever u have | whatever size you have | whichever size you have | whatever color you have | any size you have | any color you have | whichever you got | whatever you got | whatever size you got | whichever one | whichever | whatever | either is fine | either one | either way
    did i get it | did i win it | did i get it or not | i typed | i wrote | i commented | i put | i posted | im | i am | more | another | still | again | today | tomorrow | tonight | hope | hoping | hopefully | thought
    think | guess | each | just | maybe | perhaps | might | probably | possibly | kinda | unsure | at | said | says | only
    testing | test | think about | considering | about | up to | between | through | thru | till | minus | less than
    more than | over | under | but | same | like | as | the girl | the girls | the ladies | the lady | the guys | the guy
    the host | the boss | a friend | a girl | a lady | my friend | my friends | my sis | my sister | my girl |
    the others | i said | first sold
  `,
  condition: `
    if you do | if you can | if you could | if you will | if you would | if you throw | if you ship | if you let | if you take | if u do | if u can | if u could | if u take
    if | unless | in case | as long as | only if | provided | depending | assuming | depends | when you | if its | if still
  `,
  joke: 'jk | j/k | just kidding | kidding | joking | just joking | joke | psych | lol jk | jkjk | sarcasm',
  correction: `
    nope | no sorry | no i mean | no i meant | no make it | no its | ugh no | oh no wait |
    a mistake | wrong | refused | bounced | declined | failed | hang on | hold off | hold up | hold on a sec | hold on a minute | ignore me | ignore that | disregard
    i mean | i meant | meant | no wait | wait | wait no | oops | whoops | correction | actually | scratch that | typo | sorry
    my bad | rather | instead | make that | make it | edit | i mean to say | not that
  `,
  all: `
    all | all of them | all of it | all of these | all of those | everything | every one | all three | the rest | the whole lot
    them all | the lot | whole lot | rest | any of them
  `,
  times: 'x | qty | quantity | qty of | quantity of',
  pieces: `
    of em | two of em | three of em | four of em | five of em | balls | skeins | hanks | packets | packet | tubs | rolls | bundles | spools | cones | bags | cakes | sachets | punnets |
    tubes | jars | sticks | bars | bunches | cases | rolls | cans | cuttings | bulbs | pots | tins | vials | skeins | sheets |
    two of them | three of them | four of them | five of them | two of those | three of those | four of those | two of these | three of these | four of these
    pc | pcs | nos | piece | pieces | units | unit | sets | set | pair | pairs | packs | pack | boxes | box | count | of them
    of those | of these | bags | bottles | yard | yards | yds | meter | meters | metre | metres
  `,
  counts: `
    just one = 1 | only one = 1 | just the one = 1 | two of em = 2 | three of em = 3 | four of em = 4 | five of em = 5 |
    four of = 4 | five of = 5 | six of = 6
    two of them = 2 | three of them = 3 | four of them = 4 | five of them = 5 | two of those = 2 | three of those = 3 | four of those = 4 | two of these = 2 | three of these = 3 | four of these = 4
    one = 1 | two = 2 | three = 3 | four = 4 | five = 5 | six = 6 | seven = 7 | eight = 8 | nine = 9 | ten = 10
    couple = 2 | a couple = 2 | dozen = 12 | a pair = 2 | a dozen = 12 | both of them = 2 | both = 2 | both please = 2 | one of = 1 | two of = 2 | three of = 3 | double = 2 | twice = 2
  `,
  numerals: `
    eleven = 11 | twelve = 12 | thirteen = 13 | fourteen = 14 | fifteen = 15 | sixteen = 16 | seventeen = 17 | eighteen = 18
    nineteen = 19 | twenty = 20 | thirty = 30 | forty = 40 | fourty = 40 | fifty = 50 | sixty = 60 | seventy = 70 | eighty = 80
    ninety = 90 | hundred = *100 | thousand = *1000
  `,
  release:
    'drops out | drop out | drops | falls thru | falls through | fall through | falls | passes | backs out | back out | bails | flakes | cancels | comes back | becomes available | opens up | frees up | ghosts | pays late | disappears',
  age: 'month | months | mo | mos | mth | mths | year | years | yr | yrs',
  sizeMark: `
    age | ages | aged | shade | in shade | shade number | shade no | color no | color number | tone |
    size | sz | in size | in a size | in a | plus size | size plus | us size | uk size | eu size | us | uk | eu | mens | womens
    mens size | womens size | kids size | youth size | ring size | shoe size
  `,
  sizes: `
    md = M | xsm = XS | lge = L | petite = petite | tall = tall | kids xs = kids XS | kids small = kids S | kids s = kids S | kids medium = kids M | kids m = kids M | kids large = kids L | kids l = kids L | kids xl = kids XL | twin xl = twin XL | cal king | california king |
    xxs = XXS | xs = XS | s = S | m = M | l = L | xl = XL | xxl = XXL | xxxl = XXXL | 2xl = 2XL | 3xl = 3XL | 4xl = 4XL
    5xl = 5XL | small = S | sm = S | med = M | medium = M | lg = L | lrg = L | large = L | x large = XL | xlarge = XL
    extra large = XL | extra small = XS | x small = XS | xsmall = XS | xx large = XXL | one size | os = one size
    x-large = XL | xx-large = XXL | xxx-large = XXXL | xxlarge = XXL | xxxlarge = XXXL | xxx large = XXXL | x-small = XS | xx-small = XXS
    xxsmall = XXS | xx small = XXS | extra-large = XL | extra-small = XS | xlg = XL | x lg = XL | xxlg = XXL | double xl = XXL
    triple xl = XXXL | newborn | onesize = one size | med/large = M/L | small/medium = S/M
    osfa = one size | free size | freesize = free size | fs = free size
  `,
  colors: `
    in forest = forest | in fern = fern | in moss = moss | in ocean = ocean | in sunset = sunset | in vanilla = vanilla | in cocoa = cocoa | in brick = brick | in clay = clay | in mulberry = mulberry | in berry = berry | in lemon = lemon | in ash = ash | in midnight = midnight | in rosewood = rosewood | in marigold = marigold | in cheetah = cheetah | in zebra = zebra | in plaid = plaid | in floral = floral | in striped = striped | in stripe = stripe | in paisley = paisley | in gingham = gingham | in storm = storm | in sky = sky | in sunflower = sunflower | in rosewater = rosewater | in petal = petal | in orchid = orchid | in violet = violet | in iris = iris | in grape = grape | in raspberry = raspberry | in strawberry = strawberry | in hazelnut = hazelnut | in almond = almond | in graphite = graphite | in steel = steel | in spruce = spruce | in pine = pine | in basil = basil | in thyme = thyme | in juniper = juniper | in lagoon = lagoon | in seaglass = seaglass | in rouge = rouge | in garnet = garnet | forest green | hunter green | burnt orange | bright red | bright blue | bright pink | bright orange | bright yellow | bright green | pastel pink | pastel blue | pastel purple | pastel yellow | pastel green | deep purple | dark teal | sea green | jet black | matte black | wine red | soft pink | soft blue | heather blue | heather pink | cognac | chestnut | oatmeal | mocha | espresso | chambray | indigo | cobalt | periwinkle | terracotta | oxblood | merlot | caramel | latte | seafoam | ecru | gunmetal | eggplant | apricot | tangerine | camo | tortoise | dusty rose | dusty pink
    dusty blue | dusty purple | sage green | olive green | army green | lime green | kelly green | mint green | emerald green | neon green | neon pink | neon yellow | neon orange | cherry red | brick red | powder blue | ice blue | steel blue
    midnight blue | cobalt blue | teal blue | tiffany blue | pale pink | blush pink | bubblegum pink | pale blue | pale yellow | butter yellow | heather gray | heather grey | charcoal gray | charcoal grey | light grey | dark grey | light brown | dark brown | dark red | light purple
    dark purple | tie dye | chartreuse | cyan | crimson | scarlet | cranberry | copper | bronze | brass colored = brass
    in amber = amber | in the amber = amber | in ruby = ruby | in the ruby = ruby | in jade = jade | in the jade = jade | in pearl = pearl | in the pearl = pearl | in stone = stone | in the stone = stone | in bone = bone | in the bone = bone | in sand = sand | in the sand = sand | in slate = slate | in the slate = slate | in honey = honey | in the honey = honey | in cherry = cherry | in the cherry = cherry | in plum = plum | in the plum = plum | in heather = heather | in the heather = heather | in emerald = emerald | in the emerald = emerald | in sapphire = sapphire | in the sapphire = sapphire | in champagne = champagne | in the champagne = champagne | in pewter = pewter | in the pewter = pewter | in melon = melon | in the melon = melon | in salmon = salmon | in the salmon = salmon | in lime = lime | in the lime = lime | in sage = sage | in the sage = sage | in blush = blush | in the blush = blush | in chocolate = chocolate | in walnut = walnut | in the walnut = walnut | in oak = oak | in the oak = oak | in smoke = smoke | in multi = multi | in the multi = multi | in natural = natural | in the natural = natural | in clear = clear | in the clear = clear | in birch = birch | in the birch = birch | in butter = butter | in cinnamon = cinnamon | in toffee = toffee | in the toffee = toffee |
    red | blue | navy | navy blue = navy | green | black | white | pink | hot pink | purple | yellow | orange | brown | gray
    heather gray | heather grey = heather gray | in heather gray = heather gray | in heather grey = heather gray | grey | beige | gold | silver | teal | cream | ivory | tan | burgundy | maroon | turquoise | lavender | mint | coral | khaki
    olive | mustard | rust | charcoal | wine | peach | lilac | nude | camel | rose gold | light blue | dark blue | light pink
    light green | dark green | light gray | dark gray | royal blue | sky blue | magenta | fuchsia | mauve | aqua | off white
    rose | leopard | taupe | denim | baby blue | baby pink
  `,
  measure: `
    am | pm | a m | p m | oclock | min | mins | minute | minutes | sec | secs | seconds | hour | hours | hr
    hrs | h | day | days | week | weeks | month | months | year | years | yr | yrs | yo | years old
    years ago | times | people | persons | ppl | viewers | views | likes | followers | kids | cats | dogs
    miles | mi | km | ft | feet | foot | inch | inches | cm | mm | kg | kgs | g | gr | grams | gram | lb
    lbs | oz | ml | liters | st | nd | rd | th | percent | pct | ct | carat | carats | gb | tb | orders
    shows | houses | cars | tickets | left | books | sales | others | other | bids | buyers | sellers
    points | stars | mph | degrees | or so | yard | yards | yds | meter | meters | metre | metres | tries
    attempts | refreshes
    star | lives | rounds
  `,
  currency: `
    dollar | dollars | bucks | buck | usd | eur | euro | euros | gbp | pounds | quid | cents | cad | aud | k | php | pesos | rm
    sgd | hkd | nzd
  `,
  purpose: `
    evening | afternoon | good afternoon | morning | hiya | howdy | hi again | hello again | hi there | hello there | hey there
    since | waiting since | been waiting since | been waiting for this since | been waiting for it since | been wanting this since | been wanting it since | been wanting one since
    been looking for this since | been looking for one since | been here since | ive been waiting since | waiting for this since | waiting for it since | waiting for one since | wanting this since | wanting one since
    looking for this since | looking for one since | watching since | been here since
    please | pls | plz | plse | thank you | thank u | thanks | ty | thx | love you | love ya | hi | hello | hey | good morning | good evening
    for | at | for my sister | for my sis | for my friend | for my friends | for my girl | for a friend | for my bestie | for the girls
  `,
  address: `
    e-transfer | etransfer | e transfer | e-transfer sent | etransfer sent | interac | self collect | self-collect | self collection | self pickup | self pick up | collect at | collecting at | collecting in | collecting from | collection at | meet at | meetup at | meet up at | pay in cash | cash on pickup | bundle them | combine them | pack them together | wrap them | box them up | bundle em | combine em | bundle these | combine these | card ending | card ending in | ending in | card ends in | card ends with |
    dont tell | do not tell |
    addy | my addy | my addy is | addy is | for addy | for my addy |
    local pick up | put it in my box | put it in my bag | put it in my bin | put it in my cart | put it in my pile | put it on my tab | put it with my | put in my box | put in my bin | in my box please | keep my box open | send me the invoice | send the invoice | send invoice please | send me the bill
    watching from | tuning in from | joining from | shopping from | hello from | hi from | hey from | greetings from | love from | here from | good morning from | good evening from | here in | down here in | up here in | over here in
    from | add to my pile | add to pile | add it to my pile | to my pile | add to my bundle | add it to my bundle | add to my basket | add to my stack | add to my hold | add to my tab | add to my bill | add to my parcel | add to my package | add to my other order | add to my other orders | add it to my other orders | with my other order | with my other orders | with my order | to my other orders
    combine | combine with | combine it with | combine with my | combine shipping | please combine | ship with | ship it with | ship together | ship it together | bundle with | order
    postage to | posting to | post to | mailing to | ship to | shipping to | send to | deliver to | delivery to | my address is | address | please ship to | shipped to | mail to
    zip | zip code | zipcode | phone | tel | call me | whatsapp | my number is | my phone is | my zip is | mobile | text me | text me at
    add to my order | add to order | add it to my order | add to my box | add it to my box | add to box | add to my bin | add to my bag
    add to my invoice | add to my cart | same address | my order number is | order number | invoice me | invoice | invoice please
    send invoice | send me an invoice | pick up | pickup | picking up | pick it up | will pick up | ill pick up | ill pick it up
    i will pick up | come get | ill come get | paying | will pay | ill pay | i will pay | pay by | pay with | pay on | pay via
    paid | paying with | paying by | payment | venmo | paypal | cashapp | cash app | zelle | apple pay | google pay | gpay | g pay | paytm | phonepe | upi | revolut | bank transfer | paid already
    local pickup | porch pickup | area | city | tomorrow
    pin | pin code | pincode | postcode | post code | postal code | courier to | courier
    add to bundle
    cod
    order no | order num | invoice no | invoice number | venmod | zelled | paypaled | paypald | cashapped
    bin number | box number | cart number
    under the name | under name | in the name of | name is | order name is | my order name is
  `,
  plea: 'please | pls | plz | plse | pleaseee | me please',
  shopName:
    'shop | store | boutique | jewelry | jewellery | jewels | gems | closet | finds | treasures | designs | creations | collection | collections | crafts | live | official | fashion | apparel | clothing | vintage | thrift | consignment | auctions | deals | bazaar | gallery | studio | outlet | market | emporium | seller | host | admin',
  date: `
    is may | on may | since may | till may | until may | by may | in may | bday may | birthday may | is march | on march | since march | by march | in march | due march | due may | when i was | when she was | when he was | when they were | he was | she was | they were | he is | she is | hes | shes | theyre | i was | i was only | turned | nearly | almost | its nearly | it is nearly | its almost | it is almost | its only | it is only | its already | just past | just gone | about | approx | roughly | ish | at | after | around | by | til | till | until | turns | turning | turned | half | half past | is the | pay | paying | paid | spend | spent | charge | charging | charges | cost | costs | retails | retails for | goes for | dog is | cat is | son is | daughter is | grandson is | granddaughter is | grandbaby is | mom is | mother is | dad is | nana is | grandma is | husband is | hubby is | wife is | niece is | nephew is | baby is | sister is | brother is | bestie is | im | i am | i turn | i turned | im only | im almost | im nearly | im turning | im now | turn | turns | hit | sweet | room | rm | row | aisle | seat | mom of | mama of | momma of | mum of | mother of | dad of | father of | nana of | grandma of | grandmother of | granny of | vol | volume | issue
    is on the | on the | aged | grade | class of | circa | the last | last | the first | iphone | chapter
    round | day | page | week | level | season | episode | part | route | gate | channel | top | my last
    my first | my other | jan | feb | mar | apr | jun | jul | aug | sept | sep | oct | nov | dec | january
    february | april | june | july | august | september | october | november | december | before | bin
    my bin is | my box is | tote | cubby | locker | makes | that makes | thats number
    budget was | budget is | my budget is | anniversary is | birthday is | bday is | wedding is | party is
    due date is | due | limit was
  `,
  cancelWord: `
    cancel | cancelling | canceling | unclaim | ill cancel
  `,
  request: `
    can i get | could i get | can i have | could i have | may i have | may i get | can i grab | can i take
    next on | next for | can i be next on | can i be next for | can i be backup for | can i be backup on
  `,
  oneEach: `
    1 each | one each | one of each | 1 of each | 1 of each please
  `,
  unit: `
    wick | k | kt | karat | carat | ct | inch | in | ft | foot | oz | ounce | ml | g | gram | lb | ply | tier | drawer | pack | pc | piece
    quart | qt | gallon | liter | litre | mm | cm
  `,
};
