<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en_US">
<context>
    <name>Environment</name>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Your &amp;identity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T.C. identity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented doctors for training:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPatientDialog</name>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient&apos;s &amp;identity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient identity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an empty form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageNotices</name>
    <message>
        <source>The page wanted to show another patient in this tab. That was refused; open the other patient with “New patient”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page wanted to go to %1, which does not belong to this environment. That was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted, so nothing was sent there. Ask your IT to check the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page wanted to open another window. That was blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page offered a file. Saving files is not possible in this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page asked for access to this computer (camera, place or the like). That was denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page wanted to start a program by “%1:”. Your administrator has to allow it first (web/externalSchemes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page wanted to start a program by “%1:” by itself. Click the page&apos;s button again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program for “%1:” is installed on this computer. Ask your IT to install the e-signature module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page asked for the whole screen. That was denied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientBanner</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened for patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the patient&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Decision on general condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision on a smoothbore rifle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision on occupational health and safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision on mental capacity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPane</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the Ministry&apos;s page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hekim::IdentityField</name>
    <message numerus="yes">
        <source>%n more digit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The number is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digits do not match. Compare it with the identity card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An identity number does not start with 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is longer than the 11 digits of an identity number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digits do not match: a digit is wrong or two are swapped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hekim::LoginPage</name>
    <message>
        <source>Do not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>institution · environment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the training ministry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your own identity number, then press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>11 digits; a foreigner number works too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hekim::MessageBar</name>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hekim::NewPatientDialog</name>
    <message>
        <source>Not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the patient&apos;s number, or open an empty form.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hekim::PatientBanner</name>
    <message>
        <source>Empty form: the patient&apos;s number is typed in the form itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digits of this number do not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreigner number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number was copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hekim::PatientTab</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The HBYS now asks for the reason “%1”. The form stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again with this reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written in this form since it was loaded will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hekim::ReportPane</name>
    <message>
        <source>For IT: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not belong to the Ministry&apos;s services and opens in your own browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
