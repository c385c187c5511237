import type { LanguagePack } from '../language-pack';

/** English words in the talk around a claim that cast doubt on the claim. */
export const enDanger: Omit<LanguagePack, 'code'> = {
  excuse: `
    said enough | says enough | said no more | said thats enough | says thats enough | said stop | said put it back | said we cant | out of my budget | over my budget | too rich for me | too pricey for me | too much for me | too big for me | too small for me | wont fit me | doesnt fit me | will not fit me | said nah | says nah | said nope | says nope | said hell no | said heck no | said absolutely not | says absolutely not | said no way | says no way | said not today | said not happening | said nuh uh | said uh uh | said hard no | is giving me the look | gave me the look | gave me that look | giving me the look | shot it down | shut it down | shut me down | talked me out of it | put her foot down | put his foot down | said dont you dare |
    ordered the wrong | bought the wrong | clicked the wrong | picked the wrong | claimed the wrong | wrong colour
    wrong color | wrong size | wrong fit | said no | says no | vetoed | changed my mind | broke down
  `,
  swap: `
    instead | instead please
  `,
  owns: `
    lost out on | too slow on | too slow for | outbid on | already have |
    he is | she is | hes | shes | they are | already got | already has | already have | already won | already claimed
    already bought | missed | missed out on | just missed | just lost
  `,
  time: `
    today | tonight | tomorrow | at | later today | later tonight | this evening
  `,
  unsettlingTalk: `
    yikes | rats | oh no |
    will claim | gonna claim | wants to claim |
    saw a crack | see a crack | has a crack | theres a crack | there is a crack | saw a chip | see a chip | has a chip | theres a chip | there is a chip | saw a stain | see a stain | has a stain | theres a stain | saw a hole | see a hole | has a hole | theres a hole | saw a tear | had a good | had a great | had a slow | had a big |
    dollars off | bucks off | percent off | for someone else | for somebody else | for someone | for somebody | every single time | one can dream | dream | smells like mold | smells like mildew | smells like smoke | smells like cigarettes | smells like feet | smells bad | smells weird | smells funny |
    we opened | we started | we brought | we listed | we made | we had | we put | before me | in front of me | ahead of me | a no | a pass | a lot of money | a bit much | a joke | a hard no | a scam | a rip | a steal | a shame
    mine | ours | first | pics | pic | photo | photos | picture | pictures | video | videos | closeup
    close up | measurements | the info | letting me know | for letting | winner | winners | gone | sad
    annoyed | mad | so close | typos | fail | fails | failed | notes | track | opinion | lottery
    half | to say | say yes | speaking | going going | torn | tempted | too slow | story of my life
    here we go again | offer | let it go | let it | let her | let him | let them | let someone | let go of
    had to pass | had to cancel | had to skip | raffle | all set | im all set | giving it up | give it up
    gave | per | according to | condition | remind | nice work | great job | good job | way to go
    so much for | trying to save | trying to be good | phone down | sit this | sit out | i could
    another life | put down | shrunk | my turn | card declined | behave | resist | resisting | stop | rip
    my chance | already gone | already taken | already sold | already mine | already passed | already left
    already one | already spent | better than | free it | free up | you win | you won | you got it
    you got this | you take | you can | you keep | you have it | you can have | you were | you beat
    you said | you want | you first | you should | you show | you showed | you did | after you | lucky you
    for you | to the next | off the board | out of | looks better | looked better | booo | boooo | bo
    done with | moving on | out of here | claimed | takes | grabbed | beat | beats | lied | said | says
    saying | told | tells | asked | asks | ask | asking | asked me | wants | thinks | owns | own | ordered
    returned | regret | regretted | returning | sold | sell | quit | quits | refuse | refused | retract
    withdraw | withdrew | surrender | bail | bailed | bailing | back out | backed out | backing | bow out
    bowing | stepping | let go | letting | give up | gave up | gives up | fold | folding | decline
    declined | refund | lose out | missed out | miss out | tapped out | tapped | im out | i am out | im good
    count me out | leave me out | opt out | out of budget | out of money | short on | short of
    low on funds | no money | no funds | no budget | cant afford | cannot afford | too rich | too pricey
    too expensive | too steep | too high | too much money | too big | too small | too long | too short
    too late | but | however | yet | except | thanks anyway | thank you anyway | thx anyway | otherwise
    until i | until she | until he | til i | til she | if | unless | provided | providing | assuming
    supposing | pending | depending | subject to | as long as | so long as | granted | contingent
    conditional | on condition | in case | where | while | whatever | whichever | whoever | whomever
    wherever | after i check | after i see | after i ask | after she | after he | after they
    after i measure | first let me | let me | lemme | lets see | lets wait | need to check | need to ask
    need to see | need to think | need to sleep | need to measure | need to talk | need to find
    need to pass | need to cancel | need more info | need to know | need measurements | need a price
    need details | want to see | want to check | want to know | want to ask | want to think | want a closer
    gotta check | gotta ask | gotta see | gotta think | have to check | have to ask | have to think
    have to see | check | checking | checks | verify | confirm | measure | measuring | sleep on | decide
    decides | deciding | decision | debating | considering | consider | pondering | contemplating
    wondering | wonder | think | thinking | guess | suppose | maybe | perhaps | might | may | could | should
    shouldnt | would | wouldve | could have | hopeful | doubt | unsure | not sure | approval | permission
    approve | approves | agrees | agree | lets me | lets it | allows | negotiate | discount | half price
    half off | on sale | lower | lowest | coupon | free shipping | gotcha | prank | pranked | pranking
    fooled | fooling | messing | trolling | teasing | tease | dared | dare | pretend | pretending | imagine
    dreams | in my dreams | dream on | as if | yeah right | i wish | wish | nothing | lol no | haha no
    lol not | psyche | sarcasm | sarcastic | hers | theirs | himself | herself | noone | nobody | no one
    whose | yours | u | the seller | the host | next person | the next | next bidder | next buyer | congrats
    congratulations | congratz | grats | kudos | enjoy | well done | well deserved | good for you
    good for her | lucky her | happy for | glad | too bad | bummer | jealous | envious | dang it | darn it
    shoot | rats | unlucky | no luck | fair and square | fastest | quicker | faster | first here | was first
    called it | replay | rewatching | catching up | reading | scrolling | scroll | replying | reply
    responding | quoting | quote | repeating | referring | talking | testing | test | tested | browsing
    looking at | just looking | just saying | learning | practicing | practice | example | eg | means
    meaning | type | types | typing | comment | commented | comments | screen | froze | frozen | lag
    lagging | glitch | keyboard | phone died | fell asleep | price check | name off | off my | take it
    take mine | take me | give it | give them | give mine | give this | pass it | say | gonna say
    going to say | thanks to | went to | be mine then | in the past | at my store | at my shop | at my booth
    in my store | in my shop | on my page | on ebay | on poshmark | on mercari | at the market | at the fair
    flea market | garage sale | yard sale | customers | customer | a day | an hour | a week | houses
    like hotcakes | going once | going twice | going fast | going rate | going out of | going for
    going to think | going to pass | going to ask | going to check | going to wait | going to see
    gonna check | gonna ask | gonna wait | gonna pass | gonna think | taking it back | taking back
    take back | takes back | taking my | for sale | for nothing | for real | for fun | for free | for less
    for the win | for her | for him | for them | for now | for trade | so fast | so quick | so quickly
    so cheap | so expensive | so overpriced | so ugly | such a rip | what a rip | what a joke | love to but
    love to have | love to see | love to know | love to get | fake | knockoff | scam | overpriced | rip off
    ripoff | robbery | ridiculous | ugly | gross | ew | eww | meh | stinks | sucks | broken | damaged
    ruined | hated | hates | defective | hope not | hope she | hope he | hope they get | hope you
    hope someone | hoping she | hoping he | hoping someone | wait | waitlist | no thanks | no thank you
    later | eventually | someday | one day | soon | not now | rather | prefer | want more | needs more
    needs it more | instead | alternatively | second choice | backup | split | share | swap | trade
    exchange | no need for it | no need for this | no need for these | no need for them | no need after all
    no need now | awful | terrible | hideous | trash | junk | horrible | disappointing | disappointed
    sketchy | misleading | tacky | cheap looking | too much for | opinions | veto | the bid | my bid
    bounced | lower price | better price | price it | the price of | price on | price drop | whats the price
    prices for | pricing | maxed out | is empty | is reached | pushed | slipped | slips | hid | thumb
    the button | my limit | my hand | my finger | quoted | voice to text | turning it down | turning down
    about half | given that | there goes | there it goes | to self | continued | bridesmaid | been there
    blink and | miss it | his phone | her phone | hit it | hit the | clicked | pressed | is off | called off
    his foot down | hubby grumbled | shaking his head | shaking her head | side eye | someone elses | wanted
    off the shelf | the shelf | our boutique | our shop | our store | are quick | quick fingers
    my cousin did | did | each | my phone was | my phone typed | my phone did | my phone auto
    my phone keeps | show me | about half of | half of them | half of it | when i see | till i see
    until i see | when i see it | till i see it | until i see it | after i see it | once i see it
    bought it | bought them | bought that | bought this | just bought it | was my | was mine | gave it away
    give it away | someone smaller | somebody smaller | for smaller | hate it | hate that | hate this
    i hate | snagged it | snagged that | wish it was cheaper | if cheaper | something cheaper
    get it cheaper | found it cheaper | taken | tho | different live | different show | another live
    another show | other live | that was for | that was meant for | not for this | only the | just the top
    only top | minus | cheaper | my old one | um no | um wait | um nvm | um not | she shows | it shows
    already shows
    on 10 / 10 | on 5 / 5
    price | priced | only cause | only because | on behalf | behalf of | walked on | walked across my
    walked over my | jumped | not even good | hoping its still | hope its still | hoping it is still
    talk to my | speak to my | talk to him | talk to her | run it by | run this by
  `,
  verbOrParticle: `
    ebay | poshmark | whatnot | etsy | facebook | mercari | amazon | craigslist | online | locally | used | offline | total | overall | altogether |
    fell | came | broke | blew | ran | made | kept | threw | tore | sent | stood | sank | burnt | drew | hung | held | laid | led | rang | rose
    sang | shook | shot | sat | stuck | stole | struck | swept | swore | told | wore | woke | wound | wrote | hit | hurt | quit | burst | cost
    cut | felt | fought | froze | grew | hid | knew | lent | lit | met | rode | slept | slid | spent | spoke | spun | swam | taught | understood
    wept | lie | lies | dunno | idk | guess | suppose | lolnope | nope | stay | keep | come | leave | find | feel | seems | looks | feels | goes
    after | during | without | within | near | off | onto | toward | towards | against | among | behind | below | beneath | beside | beyond | despite
    inside | outside | past | until | upon | via | because | cuz | coz | bc | cause | then | than | away | apart | along | across | instead | anyway
    some | any | few | many | much | several | every | other | such | same | way | time | times | thing | things | stuff | nite | nights | summer
    winter | spring | autumn | always | often | never | ever | once | twice
  `,
  retraction: `
    nvmd | nvmm | nvrm | nevrmind |
    jokes | dreaming | just dreaming | hypothetically | in another life | in my next life |
    brain fart | brain freeze | false alarm | senior moment | butterfingers | butter fingers | fat thumbs | fat thumb | mixup | mix up | misfire | misfired | dont let me buy | dont let me get | dont let me take | dont let me have | dont let me bid | dont let me claim | dont let me spend
    bluff | bluffing | sike | syke | slip of the | pocket call | pocket dial | pocket dialed | butt dialed | spoke too soon | jumped the gun | do over
    cold feet | buyers remorse
    per | according to | gonna say | was gonna | was going to | meant | mean | intended | ignore | disregard
    delete | erase | undo | void | scratch | strike that | strike | forget it | forget that | forget i | nvm
    nevermind | never mind | jk | kidding | joking | joke | lied | lying | just playing | playing
    reconsider | reconsidered | reconsidering | changed my mind | change of heart | changed my heart
    on second thought | second thoughts | on second thoughts | take it back | take that back
    i take it back | taking that back | keep it | keeping it | keep mine | keeping | still want
    want it after all | actually | instead of | swap | hold on | hang on | hold up | hold off | wait | hmm
    hm | nah | nope | not really | psych | april fools | fools | prank | pranked | said | says | told me
    if | unless | or | umm | uh | erm | argh
  `,
  mistake: `
    oops | oopsie | oopsies | whoops | whoopsie | my bad | my mistake | my error | my fault | mistake
    mistaken | mistakenly | accident | accidental | accidentally | error | typo | mistype | mistyped
    misread | misclick | misclicked | fat finger | fat fingered | fat fingers | autocorrect | autocorrected
    wrong | typed | typing | wrote that | posted that | hit send | hit enter | pocket | butt dial | hacked
    stepped on | walked across | walked over | toddler | parrot
    jumped on | laid on | sat on | ate my | my keyboard | the keyboard | pawed | the paw | unlocked my
  `,
  person: `
    mother in law | father in law | sister in law | brother in law | daughter in law | son in law | inlaws | in laws | husband | hubby | hubbys | wife | wifey | mom | mum | mama | mother | dad | father | papa | sister | sis
    brother | bro | daughter | son | kid | kids | baby | child | children | grandma | granny | nana
    grandmother | grandpa | grandson | granddaughter | niece | nephew | aunt | auntie | uncle | cousin
    friend | friends | bestie | bff | girlfriend | boyfriend | bf | gf | fiance | fiancee | partner | roommate
    neighbor | neighbour | boss | coworker | colleague | teacher | cat | dog | puppy | kitten | toddler
    parrot | seller | lady | ladies | girl | guy | dude | man | woman | people | folks | landlord | budget
    wallet
    my friend | my friends | my sis | my sister | my girl | my girls | the girls | the ladies | the guys
    a friend | my bestie
  `,
  others: `
    the hard way | the easy way | the old way | the fast way | the fun way | the wrong way | the entire night
    that time | that day | that night | that way | this way | that fast | that quick | that quickly | this fast
    been had | flew | seen it go | won | wins | win | winning | lost | lose | he | she | they | him | her | his
    their | someone | somebody | anyone | anybody | others | the other | other people | the lady | the girl
    the guy | before i | right before | my eyes | offers | found a home | made you | waiting on | waiting for
    belongs | goes to | showing | over budget | almost | nearly | youd | youll | them | you were | another life
    lied about | people | took | stole
  `,
  past: `
    the whole time | the entire time | the weekend | last christmas | last xmas | last summer | last winter
    last spring | last fall | last autumn | last easter | last halloween | last season | last sale | last live
    last stream | last weekend | last monday | last tuesday | last wednesday | last thursday | last friday
    last saturday | last sunday | last thanksgiving | the whole weekend | that weekend | had | have had | have
    has | got | gotten | was | were | went | saw | bought | yesterday | ago | last week | last month | last year
    last night | last time | last show | previously | earlier | used to | back then | before that | previous
    found a | found one | watching | watch | so much money | so slow | so late | so long | cried | tickets
    reminds | reminded | asleep | before | remember | thought | though | although
  `,
  when: `
    whenever | when | once | till | until | even if
  `,
  favor: `
    hold | hold it | hold them | ship | ship it | send | send it | mail | post | pay | pay you | paying
    payment | grab | grab it | get it | pick | pick up | pickup | collect | drop | deliver | delivery
    invoice | bill | venmo | paypal | zelle | cashapp | message | msg | dm | text | email | keep | store
    combine | pack | wrap | bundle | settle | transfer | deposit | come by | swing by | stop by
  `,
};
