<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ConnectionText</name>
    <message numerus="yes">
        <source>The clock of this computer is wrong by about %n minute(s). Correct it, best from a time server.</source>
        <translation>
            <numerusform>The clock of this computer is wrong by about %n minute. Correct it, best from a time server.</numerusform>
            <numerusform>The clock of this computer is wrong by about %n minutes. Correct it, best from a time server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of %1 is wrong by about %n minute(s); the other services agree with this computer.</source>
        <translation>
            <numerusform>The clock of %1 is wrong by about %n minute; the other services agree with this computer.</numerusform>
            <numerusform>The clock of %1 is wrong by about %n minutes; the other services agree with this computer.</numerusform>
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
        <source>%n line(s) have no seal: the keychain could not be used when they were written.</source>
        <translation>
            <numerusform>%n line has no seal: the keychain could not be used when it was written.</numerusform>
            <numerusform>%n lines have no seal: the keychain could not be used when they were written.</numerusform>
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
    <name>hekim::LaunchDesk</name>
    <message numerus="yes">
        <source>%n launches wait and open after the login.</source>
        <translation>
            <numerusform>%n launch waits and opens after the login.</numerusform>
            <numerusform>%n launches wait and open after the login.</numerusform>
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
    <name>hekim::MainWindow</name>
    <message numerus="yes">
        <source>%n launches were meant for another doctor and were not opened.</source>
        <translation>
            <numerusform>%n launch was meant for another doctor and was not opened.</numerusform>
            <numerusform>%n launches were meant for another doctor and were not opened.</numerusform>
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
    <name>hekim::ReadinessDesk</name>
    <message numerus="yes">
        <source>Remote health service: %n check(s) missing or run out</source>
        <translation>
            <numerusform>Remote health service: %n check missing or run out</numerusform>
            <numerusform>Remote health service: %n checks missing or run out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::WorkPage</name>
    <message numerus="yes">
        <source>%n file(s) are still being saved. They will be lost.</source>
        <translation>
            <numerusform>%n file is still being saved. It will be lost.</numerusform>
            <numerusform>%n files are still being saved. They will be lost.</numerusform>
        </translation>
    </message>
</context>
</TS>
