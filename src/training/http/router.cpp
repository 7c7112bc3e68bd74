#include "training/http/router.h"

#include "training/pages/pages.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    QString heading;
    QString what;
    QString hint;
};

Words wordsFor(int status)
{
    const auto hint = reopenHint();
    switch (status) {
    case 404:
        return {u"Sayfa bulunamadı"_s, u"Bu adreste bir sayfa yok."_s, hint};
    case 405:
        return {u"Bu istek biçimi burada kullanılamaz"_s, u"Adres doğru, HTTP metodu yanlış."_s, hint};
    case 413:
        return {u"Gönderilen bilgi çok büyük"_s, u"İstek gövdesi izin verilen boyu aşıyor."_s,
                u"Metni kısaltıp yeniden deneyin."_s};
    case 415:
        return {u"Gönderilen bilgi okunamadı"_s,
                u"İstek gövdesi application/x-www-form-urlencoded biçiminde olmalı."_s, hint};
    case 500:
        return {u"Sunucuda bir hata oldu"_s, u"İstek tamamlanamadı."_s, u"Biraz sonra yeniden deneyin."_s};
    default:
        return {u"İstek anlaşılamadı"_s, u"İstek bozuk ya da eksik."_s, hint};
    }
}

} // namespace

void Router::add(QStringView path, const QByteArray& method, std::optional<Area> area, Handler handler)
{
    const auto name = path.toString();
    auto& place = area == Area::Pages ? m_anyCase[name.toLower()] : m_exact[name];
    place.area = area;
    if (method == "GET") {
        place.methods["HEAD"] = handler; // the HTTP library leaves the body out
    }
    place.methods[method] = std::move(handler);
}

void Router::addJson(QStringView path, Area area, Handler handler)
{
    add(path, "POST", area, std::move(handler));
    m_exact[path.toString()].takesJson = true;
}

void Router::addFiles(QStringView folder, const QStringList& names)
{
    static const QHash<QString, QByteArray> types{{u"js"_s, "text/javascript; charset=utf-8"},
                                                  {u"css"_s, "text/css; charset=utf-8"},
                                                  {u"svg"_s, "image/svg+xml"}};
    for (const auto& name : names) {
        const auto type = types.value(name.section(u'.', -1));
        add(folder.toString() + name, "GET", {}, [type, bytes = resource(name)](const Request&) {
            return Reply{200, type, bytes, {}};
        });
    }
}

const Router::Place* Router::placeAt(const QString& path) const
{
    if (const auto exact = m_exact.find(path); exact != m_exact.end()) {
        return &exact->second;
    }
    const auto anyCase = m_anyCase.find(path.toLower());
    return anyCase == m_anyCase.end() ? nullptr : &anyCase->second;
}

Router::Way Router::find(const Request& request) const
{
    const auto* place = placeAt(request.path);
    if (place == nullptr) {
        return {{}, [this](const Request& asked) { return refusal(asked, 404); }};
    }
    if (const auto method = place->methods.find(request.method); method != place->methods.end()) {
        return {place->area, method->second, place->takesJson};
    }
    QByteArrayList allowed;
    for (const auto& [name, handler] : place->methods) {
        allowed.append(name);
    }
    return {place->area, [this, allow = allowed.join(", ")](const Request& asked) {
                auto reply = refusal(asked, 405);
                reply.headers.emplaceBack("Allow", allow);
                return reply;
            }};
}

Reply Router::refusal(const Request& request, int status) const
{
    const auto words = wordsFor(status);
    const bool isPage = request.path.startsWith(u"/healthstatusweb/"_s, Qt::CaseInsensitive) ||
                        request.accept.contains("text/html");
    return isPage && !request.wantsJson() ? refusalPage(status, words.heading, words.what, words.hint)
                                          : jsonRefusal(status, words.what);
}

} // namespace hekim::training
