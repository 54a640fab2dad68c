"""What people choose first, and so what is tried first. Folded: small letters and digits, nothing between.

Digits before or after do not make one of these another: `Password2026!` is `password`.
"""

from __future__ import annotations

_ALWAYS = """
password passwort passw0rd p4ssword p4ssw0rd pa55word pa55w0rd passphrase passcode mypassword thepassword
yourpassword newpassword oldpassword nopassword passwordpassword password1 password12 password123 passwords
letmein letmeinnow letmeinplease openup opensesame sesame welcome welcomeback welcomehome hello hellohello
helloworld hellothere goodmorning goodbye admin administrator adminadmin root rootroot superuser superman
supervisor batman spiderman ironman wonderwoman starwars startrek pokemon minecraft fortnite football
footballer liverpool liverpoolfc arsenal arsenalfc chelsea chelseafc manchester manchesterunited manunited
mancity everton tottenham newcastle rangers celtic westham astonvilla leeds leedsunited sunderland england
scotland ireland northernireland wales cymru london birmingham bristol sheffield glasgow edinburgh belfast
cardiff britain british unitedkingdom greatbritain baseball basketball cricket rugby tennis golf hockey
dragon monkey tiger elephant dolphin butterfly charlie daniel jessica jennifer michelle michael matthew
joshua andrew thomas robert william george alexander oliver samantha ashley nicole hannah charlotte
elizabeth victoria stephanie rebecca amanda sophie emily olivia amelia isabella princess princesse prince
queen sunshine sunflower rainbow summer summertime winter wintertime autumn spring springtime monday tuesday
wednesday thursday friday saturday sunday weekend january february march april may june july august
september october november december christmas birthday happybirthday holiday holidays chocolate strawberry
banana cheese biscuit pepper ginger cookie coffee teatime cupoftea whiskey guinness computer internet
samsung iphone android google facebook instagram twitter whatsapp youtube microsoft windows apple amazon
netflix spotify outlook teams teamwork office office365 laptop desktop keyboard mouse printer security
secure secret topsecret secrets mysecret private privacy confidential access accessgranted master
masterkey changeme changemenow changethis changeit default temp temporary temppass temporarypassword test
testing testtest tester testpassword demo demodemo example sample user username guest login logmein
signin iloveyou iloveyouu iloveu ilovemykids ilovemydog ilovemycat lovelove loveyou lovely beloved forever
family familyfirst mother mothers father fathers daddy mummy mommy grandma grandad baby babygirl babyboy
angel angels heaven jesus jesuschrist trustno1 trustnoone trustme believe blessed faith hope peace
shadow killer hunter ninja soccer freedom liberty justice whatever nothing anything something someone
nobody everybody qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz2wsx
1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx abc123 abcd1234 a1b2c3d4 aa123456 asdf1234 qwer1234 pass1234 admin123
11112222 12341234 12344321 123321 12121212 123123123 11223344 112233445566 147258369 159753456 87654321
correcthorse correcthorsebatterystaple batterystaple diamond golden silver purple orange yellow green blue
black white flower flowers garden music guitar piano dance dancing beautiful gorgeous handsome awesome
fantastic brilliant wonderful amazing perfect happy happiness happydays smile smiles lucky luckyday
"""

_HERE = """
safeguarding safeguardingchildren safeguardingchild safeguard safeguards safeguardinglead supervision
supervise supervisee supervisors supervisionnotes reflectivesupervision supervisiontoday reflect reflection
reflections reflective reflectivepractice reflectpractice reflecting reflector mirror childprotection
childprotect protectchildren protection childsafety childreninneed childinneed children childrensservices
childrenservices childrensocialcare socialcare socialwork socialworker socialworkers seniorsocialworker
familysupport familysupportworker earlyhelp familyhub familyhubs healthvisitor healthvisitors healthvisiting
schoolnurse midwife midwives midwifery nurse nurses nursing doctor doctors hospital surgery nhs nhsnhs
nhsuk nhsengland nhstrust mash lado iro cafcass ofsted localauthority council countycouncil citycouncil
boroughcouncil police policeman policeofficer teacher teachers teaching school schools headteacher
designatedlead designatedsafeguardinglead probation youthwork youthworker youthjustice adoption fostering
fostercare fostercarer caretoday caseload casework caserecord casenotes casefile caseworker
childpracticereview seriouscasereview learningreview learningfromreviews rapidreview workingtogether
workingtogethertosafeguardchildren multiagency partnership safeguardingpartnership childrensguardian
voiceofthechild thinkfamily whatistheirlife dayinthelife professionalcuriosity professional curiosity
threshold thresholds section17 section47 strategymeeting coregroup conference childprotectionconference
childprotectionplan signsofsafety neglect riskassessment assessment intervention duty dutyteam frontdoor
manager management teammanager teamleader teamlead practitioner practitioners practice practicelead
onetoone oneto1 121 workspace mypractice mynotes mynotebook myreflections mydiary diary journal notebook
"""

KEYBOARD_ROWS = tuple(
    form
    for row in (
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "qwertyuiop",
        "qwertzuiop",
        "azertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    )
    for form in (row, row[::-1])
)

COMMON = frozenset(f"{_ALWAYS} {_HERE}".split())
