"""Given names often met in the United Kingdom, from many origins, and some common family names.

A name with a capital is known by where it stands; these lists help where it is typed small, or stands alone.
Nobody is safer for being missing here: the list is a help to the writer's eye and no more.
"""

from __future__ import annotations

from reflect.domain.identifiers.word_set import word_set

GIVEN = word_set(
    """
    aaliyah aaron abbie abby abdul abdullah abdullahi abigail abu ada adam adama adaeze adebayo adrian adunni
    agnes agnieszka ahmad ahmed aidan aiden aimee aisha aishah akeem alan alana alastair albert aleksandra
    alesha alex alexa alexander alexandra alexis alfie alfred ali alice alicia alina alisha alison alistair
    allan allison alma alyssa amal amanda amara amelia amelie amina aminata amir amira amit amy ana anastasia
    andrea andreea andrei andrew andrzej angela angelica angus anika anisa anita anjali ann anna annabel anne
    annette annie anthony antoinette anton antonia antonio anya archie aria ariana arjun arlo arnold arthur arun
    asha ashleigh ashley asif asma astrid atif aurora austin ava avni ayaan ayan ayesha ayo babatunde barbara
    barnaby barry bartosz beatrice becky belinda ben benjamin bernadette bernard beth bethan bethany betty
    beverley bianca bilal bolanle bradley brandon brenda brendan brian bridget bronwen bryan bryony caitlin
    caleb callum calum cameron camilla carl carla carly carmel carmen carol carole caroline carolyn carrie
    casey cassandra cassie catherine cathy catrin cecilia celia celine chanel chanelle chantal chantelle
    charlene charles charlie charlotte chelsea cherie cheryl chidi chinedu chioma chloe chris christian
    christina christine christopher ciara cillian claire clara clare claudia clive cody colette colin colleen
    connor conor constance cordelia corey courtney craig curtis cynthia daisy dale damian damien dan daniel
    daniela danielle danny daphne darcy daria darius darren dave david dawid dean deborah debbie declan deepa
    deepak deirdre delroy demi denise dennis derek desmond devon dewi diana diane dilys dimitri dominic dominik
    donald donna doreen doris dorota dorothy dougie douglas duncan dwayne dylan eamonn ebony eddie edgar edith
    edward edwin edyta efe eilidh eileen ekaterina elaine eleanor elena eli elias elif elijah elin eliot
    elisabeth elise elissa eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie eloise elsa elsie
    emeka emil emilia emily emma emmanuel enid eniola eric erica erin ernest esme esther ethan eugene eugenia
    eva evan eve evelyn evie ewa ewan ezra fabian fadi faisal farah farhan faridah fatima fatimah fatma fatou
    felicity felix femi fergus filip finlay finley finn fiona florence folake frances francesca francis
    francisco frankie fraser fred freddie frederick freya gabriel gabriela gabriella gabrielle gareth gary gavin
    gemma geoff geoffrey george georgia georgina gerald geraldine gerard gethin gillian gina giovanni giulia
    gladys glenn gloria glyn gordon graeme graham grainne greg gregory grzegorz gulsen gurpreet gwen gwyneth
    habiba hadiza hafsa hamish hamza hana hanif hannah harold harpreet harriet harrison harrison harvey hasan
    haseeb hassan hayden hayley hazel heidi helen helena helga henrietta henry hermione hilary hilda howard hugh
    hugo huda humphrey hussain hussein iain ian ibrahim idris iestyn ifan ifeoma ikram ilona imani imogen imran
    ines inga ingrid ioana iqra irena irene irina iris isaac isabel isabella isabelle isaiah isha ishaan isla
    ismail isobel ivan ivana iwona jacek jackie jackson jacob jacqueline jai jaime jake jakub jamal james jamie
    jamila jan jana jane janet janice janine jarrod jasmin jasmine jason jaspreet javed jay jayda jayden jaylen
    jayne jean jeanette jeff jeffrey jemima jen jenna jennifer jenny jeremiah jeremy jermaine jerome jerry
    jess jesse jessica jill jillian jim jimmy jo joan joanna joanne joanna jodie joe joel johanna john johnny
    jolene jon jonah jonathan jordan jordana jose joseph josephine josh joshua josiah joyce juan juanita jude
    judith judy jules julia julian julianne julie juliet justin justyna kacper kai kaitlin kamal kamil karen
    karim karina karl karolina kasia kate katarzyna katelyn katharine katherine kathleen kathryn kathy katie
    katrina katya kay kayla kayleigh keeley keiran keisha keith kelechi kelly kelsey kelvin ken kendra kenneth
    kenny kerry kevin keziah khadija khadijah khalid khalil kian kieran kiera kimberley kimberly kimani kiran
    kirsten kirstie kirsty kofi krish krishna kristina krystal krzysztof kumar kwabena kwame kyle kylie kyra
    lacey ladan laila lakshmi lamar lana laura lauren laurence lavinia layla leah leanne leela leila lena leo
    leon leona leonard leroy lesley leslie leszek levi lewis leyla liam libby lilian liliana lillian lillie linda
    lindsay lindsey lisa liz lizzie llewellyn lloyd logan lois lola loretta lorna lorraine louis louisa louise
    luca lucas lucia lucinda lucy luis luka lukas lukasz luke luna lydia lynda lyndsey lynette lynn lynne mabel
    mackenzie macy maddison madeleine madina madison maggie magda magdalena mahmoud mai maisie maja makayla
    malachi malcolm malgorzata malik malika mandeep mandy manpreet marcel marcia marcin marco marcus margaret
    maria mariam mariana marie marilyn mario marion marjorie marlon marsha marta martha martin martyn marvin mary
    maryam maria mateusz matei matilda matteo matthew maureen maurice mavis maxine maya mayowa megan mehmet
    melanie melissa mercedes meredith mia michael michaela michal michelle miguel mihai mika mikolaj mila milan
    mildred millie milo mina miriam mitchell mo modou mohamed mohammad mohammed moira molly mona monica monika
    morag moses muhammad muriel murray musa mustafa mya myra nadeem nadia nadine naima nana nancy naomi narinder
    nasir nasreen nasrin natalia natalie natasha nathan nathaniel naveed neha neil nelson nevaeh ngozi nia niall
    niamh nicholas nick nicola nicolas nicole nigel nikita nikki nikolai nina nisha nkechi noah noel noor nora
    norma norman nuala nur oisin okechukwu olena olga olivia oliver ollie oluwaseun omar omari ophelia orla oscar
    oskar osman owen paige pamela paola parminder parveen patience patricia patrick patryk patsy paul paula
    paulina pauline pavel pawel pedro peggy penelope perry pete peter petra petros phil philip philippa phillip
    phoebe phyllis pippa piotr poppy polly portia pradeep prakash precious preeti priscilla priya priyanka
    prudence przemyslaw quentin rabia rachael rachel rafael rafal rahim rahul raj rajesh raju rakesh ralph
    ramona rania rashid raul raymond rebecca reece reggie rehana reza rhian rhiannon rhona rhys ricardo richard
    ricky riley rita roan robbie robert roberta roberto rodney roger rohan roland roman romeo ron ronan ronnie
    rory rosalind rosanna rosemary rosie ross roxanne roy rowan ruben rukhsana rupert russell ruth ryan saad
    sabah sabina sabrina sadia safa safiya saffron saira salim sally salma sam sameera samir samantha samina
    samson samuel sana sandeep sandra sanjay saoirse sara sarah sasha saskia scarlett scott sean sebastian
    selina serena seth shabnam shahid shakira shakir shamima shane shanice shanika shannon sharon shauna shaun
    shawn shayla shazia sheila shelley sheree sherry shirley shivani shona sian sibusiso sidney sienna simon
    simone simran sinead siobhan sofia solomon sonia sophia sophie stacey stanislaw stefan stephanie stephen
    steve steven stevie stewart stuart sukhdeep suleiman sunita suresh susan susanna susie suzanne sybil sylvia
    szymon tabitha tahir tahira talia tamara tamika tamsin tanisha tanya tara tariq tasha tatiana tayla ted
    temitope teresa terence terry tess tessa thea theo theodore theresa thomas tia tiana tiegan tiffany tilly
    tim timothy tina tobi tobias toby todd tom tomasz tommy toni tony tracey tracy trevor tricia trish trisha
    tristan tunde tyler tyra tyrell tyrese tyrone uche umar umer una ursula usman valentina valerie vanessa
    vashti vera verity veronica vicky victor victoria vijay vikram vincent violet virginia vivian vivienne
    vladimir wade walter wanda warren wayne wendy wesley wiktor wiktoria wilfred william winifred winston
    kezia marlene bev jaz ionela
    albie ayden baz bobby brayden brogan daz dazza debs demi-leigh gaz harley harper jaxon jaxson kaden kaiden
    kayden kev kobi kodi koby kyan lexi lexie mikey mollie paisley payton peyton shaz skye steph teagan tegan
    vinnie zayden
    wojciech xander xavier yasmin yasmine yetunde yolanda yousef yusuf yvette yvonne zac zach zachary zahra
    zain zainab zak zakaria zane zara zayn zbigniew zelda zena zeynep zoe zofia zosia zuzanna
    """
)

# Names that are also words, so that only a place where a name must stand makes one of them a name.
ALSO_WORDS = word_set(
    """
    amber angel april art autumn bill blessing bob brook bunny candy carol chance charity chase christian
    crystal daisy dale dawn dean destiny devon dick dot drew earl eve faith fern florence frank gene ginger
    glory grace grant guy happy harry hazel heather holly honey hope hunter iris ivy jack jade jay jean jerry
    jersey jimmy joy jordan jules june kay kim lance lee lily london lynn march mark mason may mercy mike
    miles mo nana nick noel olive opal paris pat patience patsy pearl peg penny perry phoenix poppy precious
    pru prudence ray reed rich river rob robin roman rose ruby ruth rusty sally sandy savannah scarlett sherry
    sky star sterling stew storm sue summer ted terry tiger tilly trinity troy verity victor violet virginia
    wade warren will willow wren chelsea sienna milan victoria kelvin mai jan mina norma jo cody ada curtis
    """
)

# Of these, a capital in the middle of a sentence makes a name.
NAMES_BY_CAPITAL = word_set(
    """
    angel bob carol daisy dale dean drew earl eve florence gene harry hazel heather holly iris jack jade jay jean
    jerry jimmy jo joy kay lily lynn mike nick noel olive pat patsy pearl peg penny perry poppy ray rob robin roman
    ruby ruth sally sandy scarlett sherry stew sue ted terry tilly troy verity victor vivian warren norma curtis
    amber frank grace ivy jordan kim mark mason rose savannah sienna willow
    """
)

FAMILY = word_set(
    """
    adams agarwal ahmed akhtar ali allen anderson bailey baker begum bell bennett bhatt brown campbell carter
    chowdhury clarke collins cooper cox davies davis dhillon dixon edwards ellis evans fernandes gill graham
    green griffiths gupta hall hamilton harris harrison hill hughes hussain hussein ibrahim jackson james
    jenkins johnson jones kaur kelly khan khatun kumar lewis mahmood malik marshall martin mason mehta
    mensah miah mohamed moore morgan morris murphy murray mwangi nguyen nowak obi okafor okeke owen owusu
    palmer parker patel perera phillips popescu price rahman reid rice richards richardson roberts robinson
    rogers russell scott shah shaikh sharma shaw simpson singh smith stewart taylor thomas thompson turner
    uddin walker watson white wilkinson williams wilson wood wright yilmaz
    """
)
FAMILY_ENDINGS = (
    "ski", "ska", "escu", "enko", "ovic", "ova", "wicz", "czyk", "czak", "idis", "oglu", "kins", "worth",
    "greaves", "ingham", "ington", "combe", "thwaite", "hurst", "bury", "croft",
)  # fmt: skip
