#include "training/pages/welcomeendpoint.h"

#include "core/settings/training.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

WelcomeEndpoint::WelcomeEndpoint(const Pages& pages) : m_pages(pages) {}

Reply WelcomeEndpoint::answer(const Request&) const
{
    const auto rows = [this](const QList<Person>& people) {
        Html html;
        for (const auto& person : people) {
            html += m_person.filled(
                {{u"number"_s, person.number}, {u"name"_s, person.name}, {u"title"_s, person.title}});
        }
        return html;
    };
    const auto body = m_welcome.filled({{u"institution"_s, QStringView(institutionName).toString()},
                                        {u"code"_s, QStringView(institutionCode).toString()},
                                        {u"password"_s, QStringView(ussPassword).toString()},
                                        {u"application"_s, QStringView(applicationCode).toString()},
                                        {u"doctors"_s, rows(doctors())},
                                        {u"patients"_s, rows(patients())}});
    return m_pages.page(200, {u"Eğitim bakanlığı"_s, {}, {}}, body);
}

} // namespace hekim::training
