"""Two hundred invented sentences as people in social work, health, schools and the police might write them.

Nobody in them exists. What identifies somebody stands in square brackets after its kind, `[name:Okafor]`; all
else is not an identifier, however much it looks like one. One line is one sentence or a few that belong
together. The rules were made with the first list before the writer's eyes; the second was kept from them.
"""

from __future__ import annotations

LOCAL_WORDS = ("Thistledown", "Marlow House", "Zelia", "Crewdson Street")

TUNED_ON = """\
I visited Mrs [name:Okafor] on Tuesday and she seemed worn out but glad that somebody had come.
Mr [name:Pemberton] answered the door and said that his partner was asleep upstairs.
When I rang, Ms [name:Adeyemi-Clarke] told me that the referral had never reached her team.
Dr [name:Vashti Malone] was firm that the bruise could not have come from a fall.
mr [name:hartigan] wouldnt let me past the hall and i didnt push it, i was tired and it was nearly six
i keep thinking about what mrs [name:kaczmarek] said to me on the stairs
His brother [name:Jayden] sat on the bottom step the whole time and did not say one word.
I asked about her mum, [name:Kelly], but the conversation moved on before I got an answer.
Baby [name:Noah] was asleep in the car seat again and I did not ask how long for.
Her daughter called [name:Amy] had made a drawing of the house with no people in it.
There was a boy named [name:Tobias] in my first year of teaching whom this reminds me of.
I spoke to dad ([name:Craig]) on the phone and he said he would think about it.
mum [name:kelly] said everything was fine and i wrote that down as if it was a fact
PC [name:Ridgewell] had already been to the flat twice that week and nobody told us.
DC [name:Osei] and I disagreed in the corridor and neither of us took it any further.
Nurse [name:Bellingham] noticed the smell of damp on his clothes before any of us did.
Sister [name:Abernethy] on the ward kept the baby in for an extra night, which was the right call.
Prof [name:Lindqvist] gave evidence and I understood about half of what he said.
Miss [name:Dragomir] in reception class had written it all down, with dates.
Sir [name:Alistair Quill] chaired the panel and asked only about timescales.
Mx [name:Fenwick] prefers not to be rung at work, and I forgot and rang them there.
Mr and Mrs [name:Tollemache] had looked after him since he was six weeks old.
The twins [name:Isla] and [name:Rowan] were in their school uniform on a Saturday.
Her sons [name:Kofi], [name:Emmanuel] and [name:Daniel] share one bedroom with a broken window.
His stepdad [name:Dean] was there too, though everybody had told me that he had moved out.
Grandma [name:Sheila] does the school run and knows far more about the week than mum does.
I had forgotten that his half-sister [name:Chantelle] also lives there at weekends.
The foster carer, [name:Maureen Applegarth], rang me twice before I called her back.
Mum's partner [name:Lee] walked in and the room went quiet; I noticed and did not name it.
A girl called [name:Saoirse] in year nine told the teaching assistant and not me.
Auntie [name:Bolanle] has offered to have both children for the half-term week.
my own view is that uncle [name:gary] is the one who keeps that family going
[name:Jayden]'s mum told the school nurse that he sleeps badly, and I had not known.
I wrote to the father, Mr [name:D'Souza], in English, and he does not read English well.
The older child is [name:Noah]; his sister [name:Ava] is two. [name:Noah] hardly spoke.
His name is [name:Zbigniew] but at school everybody calls him something shorter.
Mrs. [name:O'Halloran] cried when I explained what a strategy discussion is.
We asked Dr. [name:Siân Prothero] for an opinion and waited nine days for it.
Sgt [name:Mbeki] took my call at once and found the earlier log within minutes.
The health visitor, [name:Josephine Tarrant], had weighed the baby on four occasions.
I should have spoken to [name:Leanne] on her own and not with everybody in the room.
All I could think about afterwards was [name:Tyrone] and how thin his arms looked.
I copied his NHS number [nhs:999 110 6847] from the wrong letter and had to own up to it.
The red book gave her number as [nhs:9990388547] and the letter gave another one.
nhs no [nhs:999-214-3045] is on the fridge magnet, i wrote it in my notebook which i shouldnt have
Two children had been given one number, [nhs:999\u00a0432\u00a04454], and nobody had seen it.
The printout said [nhs:999.195.6832] at the top and I left it on the back seat of my car.
I typed [nhs:999 237 4187] into the search box in front of the family.
They had moved to [postcode:LD9 2QZ] without telling anyone, which should have made me ask.
The new address is in [postcode:hx9 4qd] somewhere, i drove round for half an hour
We sent the letter to [postcode:TQ194AB] and it came back unopened three weeks later.
Everyone on the estate knows that [postcode:SW21 4EA] is where the house with the dogs is.
Both referrals gave [postcode:NW12\u00a05ZZ] as the address and still nobody put them together.
The placement was at [postcode:EC5A 1BB], which is four hours from her school.
Police had been called there, to [postcode:ZE9 7TU], twice in a week.
She wrote [postcode:N23 4ZH] on the form and her mother's old address underneath.
DOB [birth:14/03/2011], so he was nine when all this began, not eleven as we kept saying.
He was born on [birth:3 March 2015] and nobody saw him until the summer.
date of birth: [birth:22.09.19] was wrong on the form and i copied it across without checking
Her birthday is [birth:5th May], and the contact visit had been moved to that very day.
The unborn baby became a baby on [birth:1 December 2020] when she was born in the ambulance park.
Born at home on the [birth:17th of August 2016], he was first weighed at eleven days.
d.o.b. [birth:2012-11-30] on one system and nothing at all on the other
I noticed that [birth:6 June 2013] was his date of birth and also the day of the incident.
The baby (born [birth:12/01/22]) had been seen by five services by the time she was one.
She was born early, by caesarean, on [birth:9th January 2021] and spent a month on the ward.
dob[birth:03/04/2014] it said, with no name next to it at all
He turns five on [birth:2 July 2024] and still has no school place.
I rang [phone:07700 900123] three times and each time somebody hung up.
her mobile is [phone:07700900456] and she only answers texts after nine at night
The landline, [phone:01632 960018], has been cut off since the spring.
He left a message asking me to ring [phone:(020) 7946 0321] before the weekend.
Dad's number is [phone:+44 7700 900789] and nobody had ever tried it.
I had written [phone:0113 496 0742] on the back of my hand, which is not a secure record.
Grandmother can be reached on [phone:+44 (0)1632 960555] if the parents do not answer.
The number she gave, [phone:07700-900-321], belonged to her neighbour.
Text only: [phone:０７７００　９００１２３] was how the note had it, in odd wide figures.
I emailed [email:kelly.okafor@example.com] when I should have used the secure system.
The father wrote from [email:bigdave_1979@example.co.uk] at three in the morning.
she uses her sons account, [email:jayden.plays@example.org], for everything
Please do not send anything to [email:M.Tarrant+home@example.net], she asked me, and I did.
My manager asked why [email:reception@thornfield-primary.example.sch.uk] was copied in.
His national insurance number, [ni:JX 12 34 56 D], was on the benefits letter I had photographed.
ni [ni:jx987654a] was still in my notes from the housing form
I read her [ni:WK 55 44 33 B] aloud in the waiting room to check the spelling of her name.
The family is known on the [local:Thistledown] estate, and so are the dogs.
I parked outside [local:Marlow House] and sat there for ten minutes before I went in.
We all called it the [local:crewdson street] case as if the street had done something wrong.
[local:Zélia] was the only one who laughed, and I wrote down that she was "resilient".
everyone at [local:thistledown] knows everyone, that is the trouble with recording it
I had not looked at section 47 of the guidance for a year, and it showed in the meeting.
Working Together 2018 asks for more than I did here, and Working Together 2023 still does.
Mum said that she was managing and I wanted so much to believe her.
The Dr said no and the midwife said maybe, and I wrote down only the no.
A PC came with me and waited in the car, which felt wrong to the family and to me.
The nurse practitioner rang on Friday about the results and I was already on leave.
We met on 14 March 2022 and again on 3 April 2022, and the plan had not moved at all.
The conference on 12/05/2021 began at 9.30 and ended at 12.45 with no decision.
He was given 5 ml of Calpol at 10.15 and another 2.5 ml at 14.30, by different people.
Case 4485773456 was closed on the Monday and reopened on the Thursday.
I logged it under reference 2021/004417 and forgot about it until this review.
At the time I had 23 children on my list and 7 of them were on plans.
I miss working with families for longer than twelve weeks.
In May we hoped for change; by August we were writing the same sentences.
The mother and baby unit had a bed, but only until Wednesday.
Dad came late, stood by the door and asked how long this would take.
Sister and brother were seen together, and I never asked to see them one at a time.
We use the Graded Care Profile 2 and I had not been trained in it.
Children's Services asked for more information and I felt told off.
Grandma Facebook-messaged me, which I did not know how to answer.
The GP letter of 2 February said that all was well; it was not.
Year 6 is hard for him and I have told the SENCo so at least four times.
Mum called Monday to cancel and I was relieved, which is what I need to think about.
The family moved from Leeds to Hastings to Norwich within eighteen months.
I learnt about Child S and Baby P in training and thought that it was history.
His dad English, his mum Somali: I wrote that down and asked nothing more about either.
It was 21:40 when I rang 101 and 22:15 when I rang 999, and I still wonder about that half hour.
We have an inspection due and everyone reads the records as if they were exam papers.
Her weight went from 3.21 kg to 3.04 kg in 9 days, and I plotted it without a thought.
The police log, 0417 of 12/11/2020, said "no complaints" and so did we.
I said sorry to the mother, and she said that nobody had said that before.
At supervision my manager asked what a day is like for this child, and I had no answer.
Mother told me that the older one had a cough, and I looked at the older one only.
I doubt that a Miss or a Mrs matters much, but she minded, and I should have asked.
The DC asked for the notes by 5 pm and I sent them at 4.58 without reading them again.
s47 2nd visit done, 3rd to book, chronology still not started
Nursery says that he eats well there, twice, and I wrote "good appetite".
Sir, I was taught to say, and I still cannot challenge a consultant without blushing.
In the first 1001 days every week counts and we lost seventeen of them to a waiting list.
Tramadol, Zopiclone and Xanax were on the side by the kettle; I counted the boxes and not the children.
The Thistle Centre closes at 4 and the last bus is at 4.10, so of course they did not come.
The risk assessment scored 14 out of 20 in June and 15 in July, and we called that stable.
My sister works in the same hospital, so I kept the story to myself even at home.
the dr rang back at 7 and i had my coat on already, i let it go to voicemail
Brother in year 10, sister in year 7, and a cousin who may or may not live there.
I phoned the father of the baby and he wept, and I did not know what to say.
The baby was born at 34 weeks and I met her mother for the first time on 3 March 2020.
It says in the policy (section 4.2.1, page 17) that we escalate within 5 working days.
My notes call the child J, and a month later I could not tell which J I had meant.
Professor and student, the two of us stood there and neither had read the file.
""".splitlines()

HELD_OUT = """\
Mrs [name:Quartermaine] had baked for the visit and I did not know where to look.
I did not like how mr [name:velazquez] spoke to her and i said nothing
We agreed that Dr [name:Oyelaran] would write the report and that I would write to the school.
Her brother, [name:Malachi], is in custody and writes to her every week.
Mum ([name:Danielle]) and her new partner, [name:Ricky], sat at opposite ends of the sofa.
There is a little girl called [name:Freya] in that house and nobody has asked her anything.
his nan [name:Dot] brings him to school, his shirt is always ironed
PC [name:Whitcombe-Hale] wrote the clearest chronology I have ever read.
My colleague in the team said that [name:Shanice] was "hard to reach"; nobody had gone to her.
Twins [name:Ebony] and [name:Marcus] were seen together, in one room, for ten minutes.
Ms [name:Ng] translated for her mother, which a child should never have to do.
The baby, [name:Theodore], was passed from one adult to the next and nobody held him for long.
Stepfather [name:Anton Beresford] has a history in another county which we asked for too late.
I rang Nurse [name:Okonedo] and asked the question that I should have asked in March.
Mr. and Mrs. [name:Llewellyn-Price] withdrew consent on the day before the assessment.
when i saw [name:tyler] he had the same top on as last week
My own supervisor, Miss [name:Haverstock], asked what I would have done in a quieter month.
[name:Leah]'s father rang the duty line and was told that he had no parental responsibility.
Auntie [name:Precious] and uncle [name:Femi] had offered a home, and nobody wrote to them.
Her cousin is named [name:Wiktor] and he stays there when his own mother works nights.
The little one, whose name is [name:Esme], hid behind the curtain for the whole visit.
Inspector [name:Galbraith] rang back within the hour, which I had not expected.
The teacher, Mrs [name:de Souza], had kept every drawing since September.
Her NHS number was [nhs:999 404 9488] on one letter and missing from the rest.
[nhs:9993669466] was scribbled on a paper towel by the sink in the clinic.
We lost her between [postcode:KW99 1AA] and the next address, as families are lost.
he had drawn a map from school to [postcode:ls99 7qz] with the shops he is afraid of
Please note the postcode ([postcode:W15 2ZZ]) is the refuge and must never be in a letter.
Born [birth:29/02/2016], he has had two real birthdays and eleven addresses.
his dob is [birth:4.7.09] which makes him fifteen, we all wrote sixteen
Her date of birth, which I had to ask for twice, is [birth:23 October 2018].
On his birthday, [birth:11 November], he waited at the window and nobody came.
The little boy was born in hospital on the [birth:2nd of February 2021] after a long labour.
Her number, [phone:07700 900 618], is the only one on file that anybody answers.
school have mum down as [phone:01632960777] and dad as unknown
I gave him my card and he rang [phone:0161 496 0199] instead, which was the old office.
She put [phone:+447700900245] on the form, in very small writing.
He asked me to write to [email:d.whitlock@example.com] and not to ring the house.
The message came from [email:nan.of.six@example.net] and it was kinder than I deserved.
For the crisis fund I needed his national insurance number, [ni:PY 10 20 30 C], and I read it out.
Nobody from [local:Marlow  House] came to the meeting, though all of them knew him.
The lads from [local:Crewdson Street] look after him better than we did.
The chair asked for the pre-birth assessment of 7 July 2021 and I had to say that it was not done.
Keeping Children Safe in Education 2023 was on the desk, unopened, under my lunch.
We saw him at 10.45 on Thursday 9 June and he was gone by the Saturday.
Mum and Dad were in the same room for the first time since January 2020.
Our reference is CP/18/0077423 and theirs is 20190040081; neither system knows the other.
The PC asked why and the DC asked when, and only the teacher asked the child.
Nurse Manager cover was thin in the week of 24 December and we all knew it.
She was given 120 mg at 6 am, 10 am and 2 pm, and I cannot say who signed for the last dose.
Mother declined, father was not asked, and Grandmother said what everybody thought.
I miss Tuesdays, when the four of us still met over bad coffee and talked cases through.
Dad works for Amazon and sleeps by day, so an evening visit would have been the honest thing.
The ratio was 1 to 8 in the under twos room; policy says 1 to 3.
Section 17, section 20, section 31: I can recite them and could not explain one to her.
The Doctor who came was kind and Mum trusted him more than any of us.
It took 07 weeks and 2 days, by my count, from referral to a first look at the child.
A birthday card was on the shelf on 16 March and nobody in the house had turned anything.
Brother Printer is what the box said, and he had made a bed of it.
I was born and bred here and I still walked past that door every 3 or 4 days without a thought.
""".splitlines()
