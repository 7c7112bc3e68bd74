#include "readiness/checklist.h"

#include <QCoreApplication>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

struct Checklist
{
    Q_DECLARE_TR_FUNCTIONS(Checklist)
};

const auto hesSupport = u"hesdestek@saglik.gov.tr"_s;
const auto ministryKep = u"sb@hs01.kep.tr"_s;
const auto hesPortal = u"https://hayatevesigar.saglik.gov.tr/"_s;
const auto gatewaySupport = u"edk-entegrasyon@turksat.com.tr"_s;
const auto registration = u"https://kayittescil.saglik.gov.tr/"_s;

QString ministry()
{
    return Checklist::tr("Ministry of Health");
}

/// Steps of guide 003 are one sentence each.
class RemoteSteps
{
public:
    void begin(const QString& id, const QString& part, const QString& who)
    {
        m_id = id;
        m_part = part;
        m_who = who;
        m_number = 0;
    }

    ChecklistStep& add(const QString& sentence, const QString& who = {})
    {
        ++m_number;
        ChecklistStep step;
        step.id = u"%1/%2"_s.arg(m_id).arg(m_number);
        step.part = m_part;
        step.title = sentence;
        step.who = who.isEmpty() ? m_who : who;
        step.source = Checklist::tr("Guide 003, %1").arg(m_part);
        steps.append(step);
        return steps.last();
    }

    QList<ChecklistStep> steps;

private:
    QString m_id;
    QString m_part;
    QString m_who;
    int m_number = 0;
};

void addChecks(RemoteSteps& to)
{
    to.begin(u"003-checks"_s, Checklist::tr("Checks before serving"),
             Checklist::tr("USBS software producer"));
    to.add(Checklist::tr("The health facility that it will serve must be authorised to give USH")).proof =
        Proof::DoctorRegistry;
    for (const QString& sentence :
         {Checklist::tr("It must check whether the health professional that it will serve is authorised to "
                        "practise the profession in Türkiye"),
          Checklist::tr(
              "It must check the work permit document issued in the name of the health professional "
              "that it will serve at the health facility where they will give USH")}) {
        ChecklistStep& step = to.add(sentence);
        step.proof = Proof::DoctorRegistry;
        step.perDoctor = true;
    }
}

// Page 1 of the guide's drawing, in the order in which its text prints the boxes; the one of the USBS screens
// belongs to the row of audits before "those who have completed the audit".
void addInformationSystems(RemoteSteps& to)
{
    const QString producer = Checklist::tr("USBS software producer");
    const QString office = Checklist::tr("General Directorate of Health Information Systems");
    to.begin(u"003-sbsgm"_s, Checklist::tr("General Directorate of Health Information Systems stages"),
             office);
    to.add(Checklist::tr("USBS software producers apply to the KTS unit."), producer);
    to.add(Checklist::tr("The software producer's documents are checked."));
    to.add(Checklist::tr("The confidentiality agreement and the security undertaking are signed."), producer);
    to.add(
        Checklist::tr("The software producer is given a test company code, so that it can send data in the "
                      "e-Nabız test environment."));
    to.add(Checklist::tr("The software producer is given test data for the ÇKYS Test Doktor Bilgi Bankası."));
    ChecklistStep& data = to.add(Checklist::tr(
        "The software producer is given the data needed for the e-Rapor and e-Reçete test environment."));
    data.proof = Proof::EraporLogin;
    data.stage = ProofStage::Test;
    to.add(
        Checklist::tr("The software producer is given an appointment on a suitable date for the audits that "
                      "are needed."));
    to.add(Checklist::tr("Sending data to e-Nabız is tested."));
    to.add(Checklist::tr("The integration with the ÇKYS Test Doktor Bilgi Bankası is tested."));
    to.add(Checklist::tr("The integration with e-Rapor and e-Reçete is checked."));
    to.add(Checklist::tr("The USBS screens are checked."));
    ChecklistStep& live = to.add(
        Checklist::tr("Software producers who have completed the audit are given what they need for the "
                      "services of the live environment."));
    live.proof = Proof::EraporLogin;
    live.stage = ProofStage::Live;
    to.add(Checklist::tr("Tests of conformity with the standards of sending data and of informatics"));
    to.add(Checklist::tr("The integration of the USBS Doktor Bilgi Bankası web service is checked."))
        .wording = Checklist::tr(
        "The software producer is not announced in KTS until the integration of the Doktor Bilgi "
        "Bankası web service SUCCEEDS.");
    ChecklistStep& announced =
        to.add(Checklist::tr("USBS software producers who have completed the audit are announced in KTS."));
    announced.wording = Checklist::tr("Published at https://kayittescil.saglik.gov.tr/.");
    announced.addresses = {registration};
    to.add(Checklist::tr("The ‘certificate of authorisation’ is given through KTS."));
}

void addProvince(RemoteSteps& to)
{
    to.begin(u"003-ism"_s, Checklist::tr("Provincial health directorate stages"),
             Checklist::tr("Provincial health directorate (İSM)"));
    to.add(Checklist::tr("The health facility that will give USH applies to the İSM that it belongs to."),
           Checklist::tr("Health facility"));
    to.add(Checklist::tr("The İSM checks the items of annex 1 of the regulation on ‘Giving Remote Health "
                         "Services’."));
    to.add(Checklist::tr("The İSM notifies the applicant within 15 days at the latest."));
    to.add(Checklist::tr("It sends the application to the General Directorate of Health Services."));
}

void addHealthServices(RemoteSteps& to)
{
    to.begin(u"003-shgm"_s, Checklist::tr("General Directorate of Health Services stages"),
             Checklist::tr("General Directorate of Health Services (SHGM)"));
    to.add(
        Checklist::tr("SHGM determines the fields of USH in which the health facility is authorised to give "
                      "health services, and records them in ÇKYS."));
    to.add(Checklist::tr("It issues the USH ‘activity permit’ for the health facility that it approves."))
        .wording =
        Checklist::tr("For health facilities of the Ministry, the Ministry may give the USH activity "
                      "permit of its own accord.");
}

} // namespace

QList<ChecklistStep> hesClinicSteps()
{
    const QString part = Checklist::tr("Requesting the use of the service");
    const QString source = Checklist::tr("Guide 004, section 2");
    const QString institution = Checklist::tr("Institution");
    const QString second = Checklist::tr(
        "Institutions that will use the service must, if they want to reach the service over the "
        "internet, send the IP addresses from which they go out to the internet and the contact "
        "details of the staff in charge.");
    QList<ChecklistStep> steps{
        {u"004-2/1"_s, part, Checklist::tr("Official letter with the access request form"),
         Checklist::tr(
             "Institutions or organisations that want to use the service must send it to the Ministry "
             "of Health, General Directorate of Health Information Systems, by an official letter "
             "with the access request form attached."),
         institution, source},
        {u"004-2/2"_s,
         part,
         Checklist::tr("IP addresses from which it goes out to the internet"),
         second,
         institution,
         source,
         {gatewaySupport}},
        {u"004-2/3"_s, part, Checklist::tr("Contact details of the staff in charge"), second, institution,
         source},
        {u"004-2/4"_s,
         part,
         Checklist::tr("User name and password of the service"),
         Checklist::tr(
             "If the request of the institution is approved, the user name and the password that the "
             "service needs are sent by e-mail and SMS to the institution's user named in the access "
             "request form attached to the official letter."),
         ministry(),
         source,
         {hesSupport},
         Proof::HesLogin,
         ProofStage::Any},
    };
    return steps;
}

QList<ChecklistStep> hesLocalAuthoritySteps()
{
    const QString part = Checklist::tr("Steps of the HES code integration");
    const QString authority = Checklist::tr("Local authority");
    const auto source = [](int number) { return Checklist::tr("Guide 001, step %1").arg(number); };
    return {
        {u"001/1"_s,
         part,
         Checklist::tr("Access request form"),
         Checklist::tr(
             "The person authorised to follow the integration with the Ministry of Health for the local "
             "authority fills in the “access request form” under the heading “Institutional integration” at "
             "https://hayatevesigar.saglik.gov.tr/ and signs it with an electronic signature."),
         authority,
         source(1),
         {hesPortal}},
        {u"001/2"_s,
         part,
         Checklist::tr("Official letter or KEP"),
         Checklist::tr(
             "The local authority sends the “access request form” signed with an electronic signature to the "
             "Ministry of Health, General Directorate of Health Information Systems, through the KEP address "
             "sb@hs01.kep.tr or with a wet signature as an annex of an official letter. This official letter "
             "must also hold\na. that the person who filled in the access request form is authorised by the "
             "institution,\nb. the TCKN, first name and surname of the authorised person."),
         authority,
         source(2),
         {ministryKep}},
        {u"001/3"_s, part, Checklist::tr("Protocol text, service document and test user"),
         Checklist::tr("The Ministry of Health assesses the official letter and sends\na. the text of the "
                       "protocol,\nb. the service document,\nc. the user data of the test environment\nby "
                       "e-mail to the institution that asks for the integration."),
         ministry(), source(3)},
        {u"001/4"_s,
         part,
         Checklist::tr("Protocol and its signatures"),
         Checklist::tr(
             "In the course of the protocol after the e-mail sent by the Ministry of Health;\n"
             "a. The local authority that asks for the integration sends the T.C. identity numbers, first "
             "names "
             "and surnames of the person or persons who will see the protocol through and of the person who "
             "will sign it (the mayor) to hesdestek@saglik.gov.tr. The e-mail address must be the same as "
             "the "
             "one told to the Ministry of Health with the “access request form”.\n"
             "b. The person or persons who will see the protocol through are authorised to log in to the "
             "system.\n"
             "c. The person authorised to see the protocol through enters with their own data at ‘Click for "
             "the "
             "access request form’ under the heading ‘Institutional integration’ at "
             "https://hayatevesigar.saglik.gov.tr/.\n"
             "d. The menu of the protocol screen opens.\n"
             "e. The protocol, ready to be signed, is uploaded to the system as a PDF file.\n"
             "f. The mayor signs it with an electronic signature and it is stored in the system.\n"
             "g. The protocol, signed electronically by the Ministry of Health, is sent by e-mail to the "
             "institution that asks for the integration, for information and for the archive.\n"
             "h. The electronically signed protocol is sent by an official letter to the General Directorate "
             "of "
             "Health Information Systems, through the KEP address sb@hs01.kep.tr or by an official letter "
             "with "
             "a wet signature."),
         authority,
         source(4),
         {hesSupport, hesPortal, ministryKep}},
        {u"001/5"_s,
         part,
         Checklist::tr("Test completed and told"),
         Checklist::tr("The institution that has completed the integration in the test environment tells "
                       "hesdestek@saglik.gov.tr by e-mail that it is complete."),
         authority,
         source(5),
         {hesSupport},
         Proof::HesLogin,
         ProofStage::Test},
        {u"001/6"_s,
         part,
         Checklist::tr("Credentials of the live environment"),
         Checklist::tr(
             "Of the live environment's data, the user name is sent to the e-mail address of the "
             "authorised person named in the access request form, and the password to their telephone "
             "by SMS."),
         ministry(),
         source(6),
         {},
         Proof::HesLogin,
         ProofStage::Live},
        {u"001/7"_s, part, Checklist::tr("Official completion"),
         Checklist::tr("The institution is told by an official letter that the integration is complete."),
         ministry(), source(7)},
    };
}

QList<ChecklistStep> remoteServiceSteps()
{
    RemoteSteps steps;
    addChecks(steps);
    addInformationSystems(steps);
    addProvince(steps);
    addHealthServices(steps);
    return steps.steps;
}

} // namespace hekim
