#include "gui/pindesk.h"

#include "core/settings.h"
#include "gui/pindialog.h"
#include "gui/pintext.h"
#include "services/pinstore.h"

namespace hekim {

using namespace Qt::StringLiterals;

PinDesk::PinDesk(const Settings& settings, PinStore& store, QWidget& window, QObject* parent)
    : QObject(parent)
    , m_use(pinUseFromString(settings.value(u"login/pin"_s)))
    , m_store(store)
    , m_window(window)
{
}

CallHandle PinDesk::admit(const IdentityNumber& doctor, const QString& pin, QObject* context, Done done)
{
    end();
    m_doctor = doctor;
    return m_store.check(doctor, pin, context,
                         [this, doctor, pin, done = std::move(done)](const Result<PinAnswer>& answer) {
                             if (!answer) {
                                 // Without a keychain there are no PINs, and nobody is asked for one who need
                                 // not have it.
                                 const bool may = m_use == PinUse::Optional &&
                                                  answer.error().kind == ErrorKind::KeychainUnavailable;
                                 done(may ? QString() : sentenceForPinError(answer.error()));
                                 return;
                             }
                             switch (answer->kind) {
                             case PinAnswer::Kind::NoPin:
                                 m_standing = Standing::ToChoose;
                                 done({});
                                 return;
                             case PinAnswer::Kind::Right:
                                 m_standing = Standing::Guarded;
                                 done({});
                                 return;
                             case PinAnswer::Kind::Wrong:
                             case PinAnswer::Kind::MustWait:
                                 break;
                             }
                             const bool notTyped = pin.isEmpty() && answer->kind == PinAnswer::Kind::Wrong;
                             if (!notTyped)
                                 emit refused(doctor);
                             done(notTyped ? tr("Type your PIN.") : sentenceFor(*answer));
                         });
}

void PinDesk::begin()
{
    if (m_standing != Standing::ToChoose || m_dialog)
        return;
    m_dialog = new PinDialog(*m_doctor, m_use == PinUse::Required, &m_window);
    connect(m_dialog, &PinDialog::chosen, this, &PinDesk::keep);
    connect(m_dialog, &QDialog::rejected, this, [this] {
        if (m_use == PinUse::Required && m_standing == Standing::ToChoose)
            emit logOutAsked();
        m_standing = Standing::Unguarded;
    });
    m_dialog->open();
}

void PinDesk::keep(const QString& pin)
{
    m_store.set(*m_doctor, pin, m_dialog, [this](const Result<void>& kept) {
        if (m_standing != Standing::ToChoose)
            return; // the session ended meanwhile, and the dialog is about to go
        if (!kept) {
            m_dialog->fail(sentenceForPinError(kept.error()));
            return;
        }
        m_standing = Standing::Guarded;
        emit chosen(*m_doctor);
        m_dialog->accept();
    });
}

CallHandle PinDesk::check(const QString& pin, QObject* context, Done done)
{
    const IdentityNumber doctor = *m_doctor;
    return m_store.check(doctor, pin, context,
                         [this, doctor, done = std::move(done)](const Result<PinAnswer>& answer) {
                             if (!answer) {
                                 done(sentenceForPinError(answer.error()));
                                 return;
                             }
                             if (answer->kind != PinAnswer::Kind::Right)
                                 emit refused(doctor);
                             done(sentenceFor(*answer));
                         });
}

void PinDesk::end()
{
    m_standing = Standing::Unguarded;
    m_doctor.reset();
    if (m_dialog)
        m_dialog->close();
}

} // namespace hekim
