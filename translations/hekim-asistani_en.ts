<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
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
