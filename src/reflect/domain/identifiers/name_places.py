"""The words beside which a name stands, and the words which are none although they stand there."""

from __future__ import annotations

from reflect.domain.identifiers.given_names import ALSO_WORDS, GIVEN
from reflect.domain.identifiers.word_set import word_set

# After these a name is all but certain, in whatever case.
TITLES = word_set("mr mrs ms mx dr prof professor mister messrs rev revd cllr")
# These are words of their own as well, so that a small letter after them says little.
SPOKEN_TITLES = word_set(
    """miss sir dame lady lord nurse sister matron midwife doctor constable sergeant sgt inspector insp
    superintendent supt detective officer pc dc ds di dci dcs wpc pcso ps judge magistrate justice reverend
    imam pastor rabbi councillor consultant paediatrician headteacher head teacher"""
)
RELATIONS = word_set(
    """
    mum mums mummy mam mom mother mothers dad dads daddy father fathers parent parents stepmum stepmother stepdad
    stepfather step-mum step-mother step-dad step-father step-parent brother brothers sister sisters half-brother
    half-sister half-brothers half-sisters stepbrother stepsister step-brother step-sister sibling siblings son
    sons stepson step-son daughter daughters stepdaughter step-daughter twin twins triplets baby babies child
    children kid kids boy boys girl girls toddler infant newborn teenager lad partner partners boyfriend
    ex-boyfriend girlfriend ex-girlfriend ex-partner ex husband ex-husband wife ex-wife fiance fiancee grandma
    grandmother granny gran nan nana nanna nanny grandad granddad grandfather grandpa grandparents
    great-grandmother great-grandfather grandson granddaughter grandchild auntie aunty aunt uncle cousin cousins
    niece nephew friend friends neighbour neighbours carer carers foster-carer godmother godfather guardian
    lodger babysitter childminder worker visitor colleague manager supervisor pupil student patient client
    housemate flatmate landlord classmate bestie man woman
    """
)
FAMILY_CORE = word_set(
    """mum mummy mam mom mother dad daddy father grandma grandmother granny gran nan nana nanna nanny grandad
    granddad grandfather grandpa auntie aunty aunt uncle baby brother sister twins stepdad stepfather stepmum
    stepmother cousin"""
)
SEVERAL = word_set(
    """mums dads parents brothers sisters half-brothers half-sisters siblings sons daughters twins triplets babies
    children kids boys girls partners grandparents cousins friends neighbours carers mothers fathers"""
)
# "Jayden's mum" names a child; "Norfolk's children" and "Monday's baby clinic" name nobody.
BELONGING = RELATIONS - word_set(
    """child children kids baby babies infant newborn parents parent carers carer worker visitor manager supervisor
    colleague pupil student patient client boys girls boy girl man woman ex toddler teenager"""
)
# After one of these, an uncommon name in small letters is known by the verb behind it: "dad kev was".
PERSONAL = FAMILY_CORE | word_set(
    "partner husband wife boyfriend girlfriend nephew niece stepbrother stepsister"
)
PERSONAL -= {"baby", "twins"}
PARTICLES = word_set("de da do dos du van von der den al el bin ibn bint la le ap ab st mac mc abu ter")

_ORDINARY = """
    a about above accepted added admitted after again against ago all almost alone already also although always am
    among an and another any anybody anyone anything are around arrived as ask asked asks at attended away back be
    became because been before began behind being below beside best better between both brought but by called
    came can cannot care cause changed cleared closed come comes could cried cut day days decided declined
    denied describes did didn do does doesn doing don done down drank during each early either else enough even
    ever every everybody everyone everything except feels fell felt few finally first for found from full gave
    get gets give given gives go goes going gone got grew had hadn has hasn have having he hello help her here
    hers herself hi him himself his home how however i if in indeed instead into is isn it its itself just keeps
    kept knew know known knows last lastly late later least left less let lets like lives long look looks lost
    made make makes man many may maybe me meant met might mine more most moved much must my myself near nearly
    need needed needs neither never next no nobody none nor not nothing now of off often oh okay ok old on once
    one only onto or other others our ours out over own perhaps please point put quite ran rang read really
    refused right rings rung said same sat saw say saying says see seemed seems seen sent set several shall
    she should showed since sit slept so some somebody someone something sometimes soon spent spoke spoken stands
    stated stay stayed stayed still stood such take taken takes talk tell tells than thank thanks that the their
    theirs them themselves then there therefore these they thing things think thinks this those though thought
    three through thus time to today together told tomorrow tonight too took towards tried tries two under until
    up upon us used usually very visits wanted wants was wasn we went were weren what whatever when whenever
    where wherever whether which while who whoever whole whom whose why will wished with within without woman
    wondered won words work works would wouldn write writes wrote year years yes yesterday yet you young your
    yours yourself person reason button season lesson question"""

# With a capital, but no person: days, months, peoples, places, trades, services, things and firms.
_WITH_A_CAPITAL = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march may june july august september october november december april
    easter christmas eid diwali ramadan hanukkah halloween lent
    british english welsh scottish irish european polish romanian bulgarian lithuanian latvian ukrainian russian
    albanian kurdish turkish greek cypriot italian spanish portuguese french german dutch roma gypsy traveller
    african caribbean somali nigerian ghanaian kenyan eritrean ethiopian sudanese congolese zimbabwean jamaican
    brazilian american asian indian pakistani bengali bangladeshi tamil punjabi gujarati afghan iranian iraqi syrian
    arabic arab chinese vietnamese filipino muslim christian hindu sikh jewish catholic anglican methodist
    england wales scotland ireland britain london leeds manchester birmingham liverpool bristol norfolk norwich
    kent essex sussex surrey hastings brighton bradford sheffield newcastle glasgow edinburgh cardiff belfast
    newham hackney waltham forest west east north south europe africa asia america poland
    services service social care worker workers work support supports team teams unit units clinic centre center
    hub ward hospital surgery school schools academy nursery college university council trust board court police
    station office officer manager management practitioner practitioners specialist specialists consultant
    prescriber student lead leads visitor visitors nurse nurses doctor doctors teacher teachers midwife midwives
    constable training learning development group groups project programme plan plans planning meeting meetings
    conference review reviews report reports form forms policy policies procedure procedures guidance act law
    protection safeguarding health education housing benefit benefits family families needs death line
    early years help home homes house street road park avenue lane close estate society association network
    church mosque temple foundation partnership partnerships panel forum service-user advocate advocacy
    facebook instagram snapchat whatsapp tiktok zoom google netflix youtube amazon tesco aldi lidl asda xbox
    playstation roblox fortnite minecraft teams skype uber ofsted barnardo's nspcc childline sure start printer
    face facetime message messenger signal telegram twitter nowhere wifi royal mail nhs gp mash camhs iro lado
    general practice handbook toolkit assessment assessments chronology supervision reflection working together
    section article part year key stage reception level grade tier step steps stages sen senco ehcp pep lac cin
    no. ii iii iv internet father's mother's day's sir madam miss god bless santa trading standards pretend
    feeding weaning massage friendly box cot led world bed blues monitor sleep safe abuse shaken syndrome
    bank intolerance allowance grant loan universal credit tax contact order orders special guardianship"""

ORDINARY = word_set(_ORDINARY)
NO_NAMES = ORDINARY | RELATIONS | TITLES | SPOKEN_TITLES | word_set(_WITH_A_CAPITAL)
# After a name, these make a place or a rule of it: "Victoria Park", "Clare's Law".
PLACES = word_set(
    """park street road ward school house centre hospital law unit primary academy college avenue lane close estate
    station rule university trust hall court square gardens grove hotel report review inquiry model cycle
    infants juniors football club church cathedral terrier russell county council rd ave st"""
)
KNOWN = GIVEN - ALSO_WORDS
