<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>DurationText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndQuestionText</name>
    <message numerus="yes">
        <source>%n form(s) hold something that was typed in. It will be lost when the doctor changes.</source>
        <translation>
            <numerusform>%n form holds something that was typed in. It will be lost when the doctor changes.</numerusform>
            <numerusform>%n forms hold something that was typed in. It will be lost when the doctor changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) hold something that was typed in. It will be lost when the window closes.</source>
        <translation>
            <numerusform>%n form holds something that was typed in. It will be lost when the window closes.</numerusform>
            <numerusform>%n forms hold something that was typed in. It will be lost when the window closes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) hold something that was typed in. It will be lost when you log out.</source>
        <translation>
            <numerusform>%n form holds something that was typed in. It will be lost when you log out.</numerusform>
            <numerusform>%n forms hold something that was typed in. It will be lost when you log out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still being saved. They will be lost.</source>
        <translation>
            <numerusform>%n file is still being saved. It will be lost.</numerusform>
            <numerusform>%n files are still being saved. They will be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) hold something that was typed in. It will be lost when the window opens anew.</source>
        <translation>
            <numerusform>%n form holds something that was typed in. It will be lost when the window opens anew.</numerusform>
            <numerusform>%n forms hold something that was typed in. It will be lost when the window opens anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinText</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message numerus="yes">
        <source>%1 of %n step(s) done</source>
        <translation>
            <numerusform>%1 of %n step done</numerusform>
            <numerusform>%1 of %n steps done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadinessPdf</name>
    <message numerus="yes">
        <source>%1 went live on %2 although %n step(s) were missing.</source>
        <translation>
            <numerusform>%1 went live on %2 although %n step was missing.</numerusform>
            <numerusform>%1 went live on %2 although %n steps were missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::AuditCommand</name>
    <message numerus="yes">
        <source>%n line(s) were cut short by a crash; the trail tells which.</source>
        <translation>
            <numerusform>%n line was cut short by a crash; the trail tells which.</numerusform>
            <numerusform>%n lines were cut short by a crash; the trail tells which.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are sealed with another key and were checked by the chain only.</source>
        <translation>
            <numerusform>%n line is sealed with another key and was checked by the chain only.</numerusform>
            <numerusform>%n lines are sealed with another key and were checked by the chain only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are damaged and were left out; --audit verify names them.</source>
        <translation>
            <numerusform>%n line is damaged and was left out; --audit verify names it.</numerusform>
            <numerusform>%n lines are damaged and were left out; --audit verify names them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were written with another key or none: who stands in them cannot be found.</source>
        <translation>
            <numerusform>%n line was written with another key or none: who stands in it cannot be found.</numerusform>
            <numerusform>%n lines were written with another key or none: who stands in them cannot be found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The audit trail is whole: %n line(s), none changed (files: %1).</source>
        <translation>
            <numerusform>The audit trail is whole: %n line, not changed (files: %1).</numerusform>
            <numerusform>The audit trail is whole: %n lines, none changed (files: %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chain of %n line(s) is unbroken; what cannot be proven is named above.</source>
        <translation>
            <numerusform>The chain of %n line is unbroken; what cannot be proven is named above.</numerusform>
            <numerusform>The chain of %n lines is unbroken; what cannot be proven is named above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) have no seal.</source>
        <translation>
            <numerusform>%n line has no seal.</numerusform>
            <numerusform>%n lines have no seal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were written between those of these days with a clock that was wrong: they are among them.</source>
        <translation>
            <numerusform>%n line was written between those of these days with a clock that was wrong: it is among them.</numerusform>
            <numerusform>%n lines were written between those of these days with a clock that was wrong: they are among them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::HesPage</name>
    <message numerus="yes">
        <source>Stopped. What came is kept; %n code(s) were not asked.</source>
        <translation>
            <numerusform>Stopped. What came is kept; %n code was not asked.</numerusform>
            <numerusform>Stopped. What came is kept; %n codes were not asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::HesResultsTable</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::HesStaffCard</name>
    <message numerus="yes">
        <source>%n line(s) without a code</source>
        <translation>
            <numerusform>%n line without a code</numerusform>
            <numerusform>%n lines without a code</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repetition(s)</source>
        <translation>
            <numerusform>%n repetition</numerusform>
            <numerusform>%n repetitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the service is busy, next try in %n second(s)</source>
        <translation>
            <numerusform>the service is busy, next try in %n second</numerusform>
            <numerusform>the service is busy, next try in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from memory</source>
        <translation>
            <numerusform>%n from memory</numerusform>
            <numerusform>%n from memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with nothing in this column</source>
        <translation>
            <numerusform>%n line with nothing in this column</numerusform>
            <numerusform>%n lines with nothing in this column</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::IdentityField</name>
    <message numerus="yes">
        <source>%n more digit(s)</source>
        <translation>
            <numerusform>%n more digit</numerusform>
            <numerusform>%n more digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::LaunchController</name>
    <message numerus="yes">
        <source>%n launch(es) came in the session that has ended and were not opened. Open them again in the HBYS.</source>
        <translation>
            <numerusform>%n launch came in the session that has ended and was not opened. Open it again in the HBYS.</numerusform>
            <numerusform>%n launches came in the session that has ended and were not opened. Open them again in the HBYS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n launches wait and open after the login.</source>
        <translation>
            <numerusform>%n launch waits and opens after the login.</numerusform>
            <numerusform>%n launches wait and open after the login.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n launch(es) were not opened, since too many waited already. Open them again in the HBYS.</source>
        <translation>
            <numerusform>%n launch was not opened, since too many waited already. Open it again in the HBYS.</numerusform>
            <numerusform>%n launches were not opened, since too many waited already. Open them again in the HBYS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n launch(es) waited longer than 5 minutes and were not opened. Open them again in the HBYS.</source>
        <translation>
            <numerusform>%n launch waited longer than 5 minutes and was not opened. Open it again in the HBYS.</numerusform>
            <numerusform>%n launches waited longer than 5 minutes and were not opened. Open them again in the HBYS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them open(s) only when doctor %1 logs in.</source>
        <translation>
            <numerusform>%n of them opens only when doctor %1 logs in.</numerusform>
            <numerusform>%n of them open only when doctor %1 logs in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them open(s) only when further doctors log in.</source>
        <translation>
            <numerusform>%n of them opens only when further doctors log in.</numerusform>
            <numerusform>%n of them open only when further doctors log in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::LockPage</name>
    <message numerus="yes">
        <source>%n request(s) of the HBYS wait and open when you unlock.</source>
        <translation>
            <numerusform>%n request of the HBYS waits and opens when you unlock.</numerusform>
            <numerusform>%n requests of the HBYS wait and open when you unlock.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::PastReportsView</name>
    <message numerus="yes">
        <source>%1 / %n report(s)</source>
        <translation>
            <numerusform>%1 / %n report</numerusform>
            <numerusform>%1 / %n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::ReadinessController</name>
    <message numerus="yes">
        <source>Remote health service: %n check(s) missing or run out</source>
        <translation>
            <numerusform>Remote health service: %n check missing or run out</numerusform>
            <numerusform>Remote health service: %n checks missing or run out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::TabbedWorkspace</name>
    <message numerus="yes">
        <source>%n file(s) are still being saved. They will be lost.</source>
        <translation>
            <numerusform>%n file is still being saved. It will be lost.</numerusform>
            <numerusform>%n files are still being saved. They will be lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::WindowController</name>
    <message numerus="yes">
        <source>%n launches were meant for another doctor and were not opened.</source>
        <translation>
            <numerusform>%n launch was meant for another doctor and was not opened.</numerusform>
            <numerusform>%n launches were meant for another doctor and were not opened.</numerusform>
        </translation>
    </message>
</context>
</TS>
